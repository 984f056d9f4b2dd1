import type { SheetCell } from '$schema/staff/returns.ts';
import type { CellContent, Refusal } from '$schema/staff/words.ts';
import { entryOf, readEntry, sameContent, type Entry } from './entry.ts';
import { followEntry } from './follow.ts';

export type Draft = NonNullable<SheetCell['draft']>;

/** Never saved. */
const noDraft: Draft = {
  ...{ version: 0, content: null, fromRegister: null, editedBy: null, editedAt: null },
};

/** One cell of the page: what the server has, and what stands in the fields. */
export class Cell {
  readonly key: string;
  readonly metric: string;
  readonly member: string;
  /** As the server told it last; its draft stands apart, since saves change it. */
  seen: SheetCell = $state.raw()!;
  draft: Draft = $state.raw(noDraft);
  entry: Entry = $state.raw()!;
  /** What someone else saved while this was being edited: a choice has to be made. */
  theirs: Draft | null = $state.raw(null);
  /** The server's refusal of what stands here. */
  refused: Refusal | null = $state.raw(null);
  phase: 'idle' | 'saving' | 'saved' | 'failed' = $state('idle');
  /** What was sent and not answered: the server may have any of it. */
  unanswered: (CellContent | null)[] = [];

  reading = $derived(readEntry(this.entry, this.seen.published));
  hold = $derived('hold' in this.reading ? this.reading.hold : null);
  /** What the checks judge: what can be read here, else what the server has. */
  content = $derived('hold' in this.reading ? this.draft.content : this.reading.content);
  isUnsaved = $derived(
    this.hold !== null ||
      !sameContent(this.content, this.draft.content) ||
      this.entry.follows !== follows(this.draft),
  );

  constructor(metric: string, seen: SheetCell) {
    this.key = keyOf(metric, seen.member);
    this.metric = metric;
    this.member = seen.member;
    this.seen = seen;
    this.draft = seen.draft ?? noDraft;
    this.entry = entryOf(this.draft.content, seen.published, follows(this.draft));
  }

  /** Takes in what the server has now. An unsaved edit stays; where both differ, there is a choice to make. Whether it is news. */
  meet(draft: Draft, me: string): boolean {
    if (draft.version < this.draft.version) return false;
    if (draft.version === this.draft.version) return this.#meetRegister(draft);
    const mine = this.content;
    const isFree = !this.isUnsaved;
    const isOwn =
      draft.editedBy === me &&
      this.unanswered.some((content) => sameContent(draft.content, content));
    const agrees =
      this.hold === null &&
      sameContent(draft.content, mine) &&
      follows(draft) === this.entry.follows;
    if (isFree || isOwn || agrees) {
      this.draft = draft;
      this.theirs = null;
      if (isFree) this.fill();
    } else this.theirs = draft;
    return true;
  }

  /** Takes in what the register says of a draft that follows it, which is no version of its own. */
  #meetRegister(draft: Draft): boolean {
    if (!follows(draft) || sameContent(draft.content, this.draft.content)) return false;
    const isFree = !this.isUnsaved;
    this.draft = draft;
    if (isFree) this.fill();
    else if (this.entry.follows) this.entry = followEntry(this.entry, this.seen.register);
    return true;
  }

  /** Fills the fields with what the server has. */
  fill(): void {
    this.entry = entryOf(this.draft.content, this.seen.published, follows(this.draft));
  }

  /** Keeps what stands here: it will be saved over what they saved. */
  keepMine(): void {
    if (this.theirs) this.draft = this.theirs;
    this.theirs = null;
  }

  /** The fields as they saved them. */
  get theirEntry(): Entry {
    const draft = this.theirs ?? this.draft;
    return entryOf(draft.content, this.seen.published, follows(draft));
  }
}

const follows = ({ fromRegister }: Pick<Draft, 'fromRegister'>): boolean =>
  fromRegister === 'follows';

/** The identity of a cell within its return. Member '' is the total. */
export const keyOf = (metric: string, member: string): string => `${metric}~${member}`;
