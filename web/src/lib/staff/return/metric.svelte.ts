import { completenessOf, partsOf, propose, totalOf } from '$schema/staff/checks.ts';
import type { Sheet, SheetMetric } from '$schema/staff/returns.ts';
import { Cell } from './cell.svelte.ts';
import { judgeMetric, refusalsOf } from './judge.ts';

/** One metric of the page with its cells, checked while they are typed. */
export class Metric {
  readonly id: string;
  about: SheetMetric = $state.raw()!;
  cells: Cell[] = $state.raw([]);
  #sheet: () => Sheet;

  checked = $derived({
    ...this.about,
    cells: this.cells.map((cell) => propose(cell.seen, cell.content)),
  });
  /** The total as it would be published. */
  total = $derived(totalOf(this.checked));
  /** What the members add up to; null where none has a value. */
  parts = $derived(partsOf(this.checked));
  /** The total of the year before: as it is public, else what its members add up to. */
  previousTotal = $derived(
    totalOf({
      ...this.about,
      cells: this.cells.map(({ member, seen: { previous } }) => ({
        member,
        published: previous,
        previous: null,
        draft: null,
      })),
    }),
  );
  completeness = $derived(completenessOf([this.checked]));
  refusals = $derived.by(() =>
    refusalsOf(
      this.checked,
      this.#sheet(),
      this.cells.filter((cell) => cell.isUnsaved || cell.entry.follows).map((cell) => cell.member),
    ),
  );
  verdicts = $derived(judgeMetric(this.checked));
  /** Members whose cells need a note before the return can be submitted. */
  unexplained = $derived(
    [...this.verdicts]
      .filter(([, { warnings, explained }]) => warnings.length > 0 && !explained)
      .map(([member]) => member),
  );

  constructor(about: SheetMetric, sheet: () => Sheet) {
    this.id = about.id;
    this.about = about;
    this.#sheet = sheet;
    this.cells = about.cells.map((cell) => new Cell(about.id, cell));
  }

  /** Takes in what the server has now; cells that it no longer asks for go, new ones come. */
  meet(about: SheetMetric, me: string): void {
    this.about = about;
    let news = false;
    this.cells = about.cells.map((seen) => {
      const cell = this.cells.find(({ member }) => member === seen.member);
      if (!cell) return new Cell(about.id, seen);
      cell.seen = seen;
      if (seen.draft && cell.phase !== 'saving') news = cell.meet(seen.draft, me) || news;
      return cell;
    });
    // What was refused may be right beside what others have changed.
    if (news) for (const cell of this.cells) cell.refused = null;
  }
}
