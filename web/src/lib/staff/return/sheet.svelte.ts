import type { Sheet } from '$schema/staff/returns.ts';
import { isEditable } from '$schema/staff/words.ts';
import { Autosave, type Outgoing, type Reply } from './autosave.ts';
import { keyOf, type Cell } from './cell.svelte.ts';
import { sameContent, sameEntry, settleEntry, type Entry } from './entry.ts';
import { followEntry } from './follow.ts';
import { openKeep, type Keep } from './keep.ts';
import { Metric } from './metric.svelte.ts';
import { Steps, type Change } from './steps.ts';

/** Milliseconds until an edit is sent: after the last key, and once the field is left. */
const whileTyping = 1_500;
const onceLeft = 150;

export interface Me {
  id: string;
  name: string;
}

/** The page of a return: its cells, what is on its way, and what can be taken back. */
export class ReturnSheet {
  about: Sheet = $state.raw()!;
  metrics: Metric[] = $state.raw([]);
  /** A request is under way. */
  sending = $state(false);
  /** The last one was not answered. */
  unheard = $state(false);
  stopped: { code: string; detail: string } | null = $state.raw(null);
  /** Milliseconds since the epoch; null: nothing was saved in this visit. */
  lastSaved: number | null = $state(null);
  /** How many edits of an earlier visit were found in this browser. */
  restored = $state(0);
  canUndo = $state(false);
  canRedo = $state(false);

  cells = $derived(this.metrics.flatMap((metric) => metric.cells));
  isEditable = $derived(isEditable(this.about.state));
  unsaved = $derived(this.cells.filter((cell) => cell.isUnsaved));
  conflicts = $derived(this.cells.filter((cell) => cell.theirs));
  unexplained = $derived(
    this.metrics.flatMap(({ id, unexplained }) => unexplained.map((one) => keyOf(id, one))),
  );
  completeness = $derived(
    this.metrics.reduce(
      (sum, { completeness: { filled, missing, empty } }) => ({
        filled: sum.filled + filled,
        missing: sum.missing + missing,
        empty: sum.empty + empty,
      }),
      { filled: 0, missing: 0, empty: 0 },
    ),
  );

  readonly #me: Me;
  readonly #mayEdit: boolean;
  readonly #steps = new Steps<Entry>();
  readonly #queue: Autosave;
  #keep: Keep = openKeep(null, '', 0);

  /** @param save sends cells, and tells what became of them */
  constructor(about: Sheet, me: Me, mayEdit: boolean, save: (cells: Outgoing[]) => Promise<Reply>) {
    this.about = about;
    this.#me = me;
    this.#mayEdit = mayEdit;
    this.metrics = about.metrics.map((metric) => new Metric(metric, () => this.about));
    this.#queue = new Autosave({
      collect: () => this.#collect(),
      send: (cells) => this.#send(cells, save),
      settle: (sent, reply) => this.#settle(sent, reply),
    });
  }

  cell(key: string): Cell | undefined {
    return this.cells.find((cell) => cell.key === key);
  }

  metricOf(cell: Cell): Metric {
    return this.metrics.find(({ id }) => id === cell.metric)!;
  }

  /** Opens the browser's own store, and puts the edits back that an earlier visit could not send. */
  open(store: Storage | null): void {
    this.#keep = openKeep(store, this.#me.id, this.about.year);
    for (const [key, kept] of this.#keep.all()) {
      const cell = this.cell(key);
      if (!cell) continue;
      const seen = cell.draft;
      cell.entry = kept.entry;
      if (!cell.isUnsaved) {
        this.#keep.drop(key);
        continue;
      }
      this.restored += 1;
      if (kept.version < seen.version) cell.theirs = seen;
    }
    if (this.restored > 0) void this.#queue.flush();
  }

  end(): void {
    this.#queue.end();
  }

  /** Sends at once what waits, until all is sent or cannot be: the connection is back, or the page is to be left. */
  async flush(): Promise<void> {
    if (this.unsaved.length > 0) await this.#queue.flush();
  }

  /** Takes in the return as others have made it. */
  meet(about: Sheet): void {
    this.about = about;
    const known = this.metrics;
    this.metrics = about.metrics.map((one) => {
      const metric = known.find(({ id }) => id === one.id);
      metric?.meet(one, this.#me.name);
      return metric ?? new Metric(one, () => this.about);
    });
    this.#queue.touch(onceLeft);
  }

  /** While a value is typed: nothing that can be taken back yet. */
  type(cell: Cell, text: string): void {
    const { entry } = cell;
    const says = text.trim() !== '';
    const status = says && entry.status === 'O' ? 'A' : entry.status;
    const withdrawn = entry.withdrawn && !says;
    this.#set(cell, { ...entry, text, status, withdrawn, follows: false });
    this.#queue.touch(whileTyping);
  }

  /** While a note is typed. */
  write(cell: Cell, language: string, text: string): void {
    this.#set(cell, { ...cell.entry, note: { ...cell.entry.note, [language]: text } });
    this.#queue.touch(whileTyping);
  }

  /** A field is left that held this before: one step that can be taken back. */
  leave(cell: Cell, before: Entry): void {
    const after = settleEntry(cell.entry, cell.seen.published);
    this.put([{ cell, entry: after, before }]);
  }

  /** Changes some fields of one cell. */
  change(cell: Cell, fields: Partial<Entry>): void {
    this.put([{ cell, entry: { ...cell.entry, ...fields } }]);
  }

  /** Has a cell follow the register. */
  take(cell: Cell): void {
    this.put([{ cell, entry: followEntry(cell.entry, cell.seen.register) }]);
  }

  /** Changes cells in one step. */
  put(changes: { cell: Cell; entry: Entry; before?: Entry }[]): void {
    const step: Change<Entry>[] = changes
      .map(({ cell, entry, before }) => ({
        key: cell.key,
        before: before ?? cell.entry,
        after: entry,
      }))
      .filter(({ before, after }) => !sameEntry(before, after));
    for (const { cell, entry } of changes) this.#set(cell, entry);
    this.#steps.add(step);
    this.#count();
    this.#queue.touch(onceLeft);
  }

  /** Gives a cell back what it held before, as if nothing had been typed. */
  cancel(cell: Cell, before: Entry): void {
    this.#set(cell, before);
    this.#queue.touch(onceLeft);
  }

  /** Takes the last step back. Gives the cells it changed. */
  undo(): Cell[] {
    return this.#walk(this.#steps.undo(), 'before');
  }

  redo(): Cell[] {
    return this.#walk(this.#steps.redo(), 'after');
  }

  keepMine(cell: Cell): void {
    cell.keepMine();
    this.#set(cell, cell.entry);
    this.#queue.touch(0);
  }

  takeTheirs(cell: Cell): void {
    const entry = cell.theirEntry;
    cell.keepMine();
    this.put([{ cell, entry }]);
  }

  #walk(step: Change<Entry>[], to: 'before' | 'after'): Cell[] {
    const cells = step.flatMap((change) => {
      const cell = this.cell(change.key);
      if (cell) this.#set(cell, change[to]);
      return cell ?? [];
    });
    this.#count();
    this.#queue.touch(onceLeft);
    return cells;
  }

  #count(): void {
    this.canUndo = this.#steps.done > 0;
    this.canRedo = this.#steps.undone > 0;
  }

  #set(cell: Cell, entry: Entry): void {
    if (!this.isEditable || !this.#mayEdit) return;
    // A step that is taken back may be older than what the register says now.
    cell.entry = entry.follows ? followEntry(entry, cell.seen.register) : entry;
    // What was refused may be right beside a cell that has changed.
    for (const other of this.metricOf(cell).cells) other.refused = null;
    this.#remember(cell);
  }

  #remember(cell: Cell): void {
    if (cell.isUnsaved)
      this.#keep.put(cell.key, { version: cell.draft.version, entry: cell.entry });
    else this.#keep.drop(cell.key);
  }

  #collect(): Outgoing[] {
    if (!this.isEditable || !this.#mayEdit) return [];
    return this.unsaved
      .filter((cell) => !cell.hold && !cell.theirs && !cell.refused)
      .filter((cell) => !this.metricOf(cell).refusals.has(cell.member))
      .map(({ key, draft, content, entry }) => ({
        ...{ key, version: draft.version, content },
        follows: entry.follows,
      }));
  }

  async #send(cells: Outgoing[], save: (cells: Outgoing[]) => Promise<Reply>): Promise<Reply> {
    this.sending = true;
    for (const { key, content } of cells) {
      const cell = this.cell(key);
      if (!cell) continue;
      cell.phase = 'saving';
      cell.unanswered.push(content);
    }
    const reply = await save(cells);
    this.sending = false;
    return reply;
  }

  #settle(sent: Outgoing[], reply: Reply): void {
    this.unheard = reply.kind === 'unheard';
    this.stopped = reply.kind === 'stopped' ? reply : null;
    const cells = sent.flatMap(({ key }) => this.cell(key) ?? []);
    for (const cell of cells)
      cell.phase = reply.kind === 'unheard' || reply.kind === 'stopped' ? 'failed' : 'idle';
    if (reply.kind === 'saved') {
      this.lastSaved = Date.now();
      for (const { metric, member, ...draft } of reply.cells) {
        const cell = this.cell(keyOf(metric, member));
        if (!cell) continue;
        const asSent = sent.some((one) => one.key === cell.key && isSent(cell, one));
        cell.draft = draft;
        cell.phase = 'saved';
        // The register may say something else than this page has seen.
        if (asSent && cell.entry.follows) cell.fill();
        this.#remember(cell);
      }
    }
    if (reply.kind === 'conflict')
      for (const { metric, member, ...draft } of reply.cells)
        this.cell(keyOf(metric, member))?.meet(draft, this.#me.name);
    if (reply.kind === 'refused')
      for (const { metric, member, refusal } of reply.cells) {
        const named = cells.filter((cell) => cell.key === keyOf(metric, member));
        // A refusal of a cell that was not sent is about its neighbours that were.
        const meant = named.length ? named : cells.filter((cell) => cell.metric === metric);
        for (const cell of meant) cell.refused = refusal;
      }
    if (reply.kind !== 'unheard') for (const cell of cells) cell.unanswered = [];
  }
}

/** Whether nothing was changed since it was sent. */
const isSent = ({ content, entry }: Cell, sent: Outgoing): boolean =>
  sameContent(content, sent.content) && entry.follows === sent.follows;
