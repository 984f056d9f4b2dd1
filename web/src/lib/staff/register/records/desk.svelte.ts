import { tick } from 'svelte';
import type { Locale } from '$lib/paraglide/runtime.js';
import type { RecordEntry } from '$schema/staff/register.ts';
import * as m from '$messages';
import { readAgain, saveRecord } from '../save.ts';
import { summarise, tellFaults, tellRefused, unreadFields } from '../words.ts';
import { checkDraft, type Fault, type PageFrame } from './check.ts';
import { contentOf, type RecordDraft } from './draft.ts';

/** The form of one record: what stands in it, what is wrong with it, and what became of saving it. */
export class RecordDesk {
  draft: RecordDraft;
  saving = $state(false);
  /** What was saved last; '': nothing yet. */
  said = $state('');
  failure = $state('');
  /** What somebody else saved meanwhile. */
  theirs: RecordEntry | null = $state.raw(null);
  #faults: Fault[] = $state.raw([]);
  /** Version null: nothing is saved yet. */
  #seen: { version: number | null; text: string } = $state.raw({ version: null, text: '' });
  readonly #locale: Locale;
  readonly #entry: RecordEntry | null;

  /** @param entry as it is saved; null: a new one */
  constructor(begin: RecordDraft, entry: RecordEntry | null, locale: Locale) {
    this.draft = $state(begin);
    this.#entry = entry;
    this.#locale = locale;
    this.#seen = { version: entry?.version ?? null, text: textOf(begin) };
  }

  readonly isDirty = $derived.by(() => textOf(this.draft) !== this.#seen.text);
  readonly errors = $derived.by(() => tellFaults(this.#faults, this.#locale));
  readonly summary = $derived.by(() => summarise(this.errors, this.#locale));

  /** Checks and sends the form; what was saved, or null. `version`: of theirs, to put one's own in its place. */
  async save(key: string, frame: PageFrame, version?: number): Promise<RecordEntry | null> {
    const locale = this.#locale;
    [this.failure, this.said, this.theirs] = ['', '', null];
    this.#faults = checkDraft(key, this.draft, frame, !this.#entry?.published);
    if (this.#faults.length > 0) return null;
    this.saving = true;
    const text = textOf(this.draft);
    const content = contentOf($state.snapshot(this.draft) as RecordDraft);
    const saved = await saveRecord(key, version ?? this.#seen.version, content);
    this.saving = false;
    if (saved.ok) {
      const { entry } = saved.body;
      this.#seen = { version: entry.version, text };
      this.said = entry.pending
        ? m.catalogue_saved({}, { locale })
        : m.catalogue_as_published({}, { locale });
      return entry;
    }
    const { problem } = saved;
    if (problem?.code === 'edit_conflict' && problem.entry) this.theirs = problem.entry;
    else if (problem?.refusals) {
      this.#faults = problem.refusals.filter(({ field }) => field !== '');
      const whole = problem.refusals.filter(({ field }) => field === '');
      this.failure = whole.length > 0 ? tellRefused({ refusals: whole }, locale) : '';
    } else {
      this.#faults = unreadFields(problem);
      this.failure = this.#faults.length > 0 ? '' : tellRefused(problem, locale);
    }
    return null;
  }

  /** Shows what is there now in place of what stands in the form. */
  async takeTheirs(reset: () => void): Promise<void> {
    this.theirs = null;
    await readAgain();
    reset();
    await tick();
    document.getElementById('titles.zh')?.focus();
  }
}

/** A form as text, to see whether anything in it was changed. What is only open in a field counts as well. */
const textOf = (draft: RecordDraft): string =>
  JSON.stringify({ ...draft, parties: draft.parties.map(({ n: _, ...party }) => party) });
