import type { Metric } from '../../schema/answers.ts';
import {
  propose,
  refuseMetric,
  refusePlace,
  type CheckedMetric,
  type Frame,
} from '../../schema/staff/checks.ts';
import type { CellContent, Refusal, RegisterMark } from '../../schema/staff/words.ts';
import { TOTAL, type Localised } from '../../schema/vocabulary.ts';
import { isAsPublished } from './as-published.ts';
import { cellKeyOf, type CellId, type Cells, type Drafted } from './return-cells.ts';

/** What someone wants a cell to say; content null: as published. */
export interface CellChange extends CellId {
  content: CellContent | null;
  /** Whether it shall follow the register; left out: as long as its content stays the same. */
  follows?: boolean | undefined;
  /** The version they saw; left out where any will do. */
  version?: number | undefined;
}

export interface JudgedCell extends CellId {
  /** What the return said before, and what it will say. */
  before: Drafted;
  content: CellContent | null;
  fromRegister: RegisterMark | null;
  /** Null: it can be saved. */
  refusal: Refusal | null;
  /** Whether someone else has saved something else since. */
  conflicts: boolean;
  /** Whether saving it changes anything. */
  changes: boolean;
}

export interface JudgedBy {
  metrics: readonly Metric[];
  cells: Cells;
  frame: Omit<Frame, 'year'>;
}

const unsaved: Drafted = {
  ...{ version: 0, content: null, fromRegister: null, editedBy: null, editedAt: null },
};

/**
 * What becomes of changes to cells of one or several years, each cell named at most once: in their order. A cell that
 * would say what is published says nothing of its own; one that says what it said is no change, and no conflict.
 */
export function judgeCells(changes: readonly CellChange[], by: JudgedBy): JudgedCell[] {
  const refusals = refuseAll(changes, by);
  return changes.map(({ year, metric, member, content: asked, version, follows }) => {
    const id = { year, metric, member };
    const key = cellKeyOf(id);
    const before = by.cells.drafts.get(key) ?? unsaved;
    const refusal = refusals.get(key) ?? null;
    const published = by.cells.published.get(key);
    const content =
      refusal === null && isAsPublished({ year, content: asked }, published) ? null : asked;
    const isEqual = isSameContent(before.content, content);
    const keeps = isEqual && (follows === undefined || before.fromRegister === 'taken');
    const fromRegister = follows ? 'follows' : keeps ? before.fromRegister : null;
    const isSame = isEqual && fromRegister === before.fromRegister;
    return {
      ...id,
      before,
      content,
      fromRegister,
      refusal,
      conflicts: !isSame && version !== undefined && version !== before.version,
      changes: !isSame,
    };
  });
}

function refuseAll(changes: readonly CellChange[], by: JudgedBy): Map<string, Refusal> {
  const metrics = new Map(by.metrics.map((metric) => [metric.id, metric]));
  const found = new Map<string, Refusal>();
  for (const together of Map.groupBy(changes, (cell) => `${cell.metric}~${cell.year}`).values()) {
    const [{ year, metric: id }] = together as [CellChange];
    const frame = { ...by.frame, year };
    const metric = metrics.get(id);
    for (const change of together) {
      const refusal = refusePlace(metric, change.member, frame);
      if (refusal && !canLeave(refusal, change, by.cells)) found.set(cellKeyOf(change), refusal);
    }
    if (!metric) continue;
    const checked = proposeAll(metric, year, together, by.cells);
    const members = new Set(together.map((change) => change.member));
    for (const { member, refusal } of refuseMetric(checked, frame, members)) {
      const key = cellKeyOf({ year, metric: id, member });
      if (!found.has(key)) found.set(key, refusal);
    }
  }
  return found;
}

/** What no longer has its place in the catalogue may still be taken back, or out of the record. */
function canLeave(refusal: Refusal, change: CellChange, { drafts }: Cells): boolean {
  if (change.content === null) return (drafts.get(cellKeyOf(change))?.content ?? null) !== null;
  return refusal === 'retired' && change.content.withdrawn === true;
}

/** The metric as it would be with all the changes of a year. */
function proposeAll(
  metric: Metric,
  year: number,
  changes: readonly CellChange[],
  cells: Cells,
): CheckedMetric {
  const asked = new Map(changes.map((change) => [change.member, change.content]));
  const members = [...(metric.breakdown?.members ?? []).map(({ id }) => id), TOTAL];
  return {
    decimals: metric.decimals,
    additive: metric.additive,
    breaks: false,
    cells: members.map((member) => {
      const key = cellKeyOf({ year, metric: metric.id, member });
      const cell = {
        member,
        published: cells.published.get(key) ?? null,
        previous: null,
        draft: cells.drafts.get(key) ?? null,
      };
      const content = asked.get(member);
      return content === undefined ? cell : propose(cell, content);
    }),
  };
}

/** Whether two contents say the same, in whatever order their parts were written. */
export const isSameContent = (a: CellContent | null, b: CellContent | null): boolean =>
  canonical(a) === canonical(b);

function canonical(content: CellContent | null): string {
  if (content === null) return '';
  const note = sortedNote(content.note);
  if (content.withdrawn) return JSON.stringify(['withdrawn', note]);
  const { value, qualifier, status, source } = content;
  return JSON.stringify([value, qualifier, status, source, note]);
}

const sortedNote = (note: Localised | null) =>
  Object.entries(note ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
