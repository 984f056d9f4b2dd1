import { tick } from 'svelte';
import type { Locale } from '$lib/paraglide/runtime.js';
import { tellProblem } from '$lib/staff/problem.ts';
import type { NamedOrganisation, OrganisationEntry } from '$schema/staff/register.ts';
import * as m from '$messages';
import { findSimilar } from '../lookup/find.ts';
import { readAgain, saveOrganisation } from '../save.ts';
import { summarise, tellFaults, unreadFields } from '../words.ts';
import {
  checkOrganisationDraft,
  contentOf,
  type OrganisationDraft,
  type OrganisationFault,
} from './draft.ts';

/** The form of one organisation: what stands in it, what is wrong with it, and what became of saving it. */
export class OrganisationDesk {
  draft: OrganisationDraft = $state()!;
  saving = $state(false);
  /** What was saved last; '': nothing yet. */
  said = $state('');
  failure = $state('');
  /** Those that are likely the same body. */
  similar: NamedOrganisation[] = $state.raw([]);
  /** What somebody else saved meanwhile. */
  theirs: OrganisationEntry | null = $state.raw(null);
  #faults: OrganisationFault[] = $state.raw([]);
  /** Version null: nothing is saved yet. */
  #seen: { version: number | null; text: string } = $state.raw({ version: null, text: '' });
  readonly #locale: Locale;
  readonly #entry: OrganisationEntry | null;

  /** @param entry as it is saved; null: a new one */
  constructor(begin: OrganisationDraft, entry: OrganisationEntry | null, locale: Locale) {
    this.draft = begin;
    this.#entry = entry;
    this.#locale = locale;
    this.#seen = { version: entry?.version ?? null, text: JSON.stringify(begin) };
  }

  readonly isDirty = $derived.by(() => JSON.stringify(this.draft) !== this.#seen.text);
  readonly errors = $derived.by(() => tellFaults(this.#faults, this.#locale));
  readonly summary = $derived.by(() => summarise(this.errors, this.#locale));

  /** Looks for those that are likely the same; what cannot be asked is not warned of. */
  async look(): Promise<void> {
    const names = Object.values(contentOf(this.draft).names);
    const found = await Promise.all(names.map((name) => findSimilar(name, this.#entry?.key)));
    const all = found.flatMap((some) => some ?? []);
    this.similar = all.filter(({ id }, i) => all.findIndex((one) => one.id === id) === i);
  }

  /** Checks and sends the form; what was saved, or null. `version`: of theirs, to put one's own in its place. */
  async save(key: string, version?: number): Promise<OrganisationEntry | null> {
    const locale = this.#locale;
    [this.failure, this.said, this.theirs] = ['', '', null];
    this.#faults = checkOrganisationDraft(key, this.draft, !this.#entry?.published);
    if (this.#faults.length > 0) return null;
    this.saving = true;
    const text = JSON.stringify(this.draft);
    const content = contentOf($state.snapshot(this.draft) as OrganisationDraft);
    const saved = await saveOrganisation(key, version ?? this.#seen.version, content);
    this.saving = false;
    if (saved.ok) {
      const { entry } = saved.body;
      this.#seen = { version: entry.version, text };
      const tell = entry.pending ? m.catalogue_saved : m.catalogue_as_published;
      this.said = tell({}, { locale });
      return entry;
    }
    const { problem } = saved;
    if (problem?.code === 'edit_conflict' && problem.entry) this.theirs = problem.entry;
    else if (problem?.refusals) this.#faults = problem.refusals;
    else {
      this.#faults = unreadFields(problem);
      this.failure = this.#faults.length > 0 ? '' : tellProblem(problem, locale);
    }
    return null;
  }

  /** Shows what is there now in place of what stands in the form. */
  async takeTheirs(reset: () => void): Promise<void> {
    this.theirs = null;
    await readAgain();
    reset();
    await tick();
    document.getElementById('names.zh')?.focus();
  }
}
