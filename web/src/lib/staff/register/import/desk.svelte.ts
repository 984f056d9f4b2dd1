import { fieldOfHead, type RecordField } from '$schema/staff/register-fields.ts';
import type { Inspection } from '$schema/staff/imports.ts';
import type { RecordChoices, RecordImport } from '$schema/staff/register-import.ts';
import { FileDesk } from '$lib/staff/import/file-desk.svelte.ts';

export type Step = 'file' | 'columns' | 'preview' | 'done';

/** One import of records, from the choice of a file to what became of it. */
export class RecordDesk extends FileDesk<RecordImport> {
  step = $state<Step>('file');
  inspection = $state.raw<Inspection | null>(null);
  /** What columns are, by head, where a person said so; '': not read. Kept for the next file. */
  columns = $state<Record<string, RecordField | ''>>({});
  /** By key of a question: the id of the same organisation, '' for another. */
  answers = $state<Record<string, string>>({});
  #shown = $state.raw('');
  /** Whether something was chosen since the preview. */
  isStale = $derived(this.#shown !== JSON.stringify([this.columns, this.answers]));

  async choose(file: File, sheet: string | null = null): Promise<void> {
    if (!this.fits(file)) return;
    const form = new FormData();
    form.set('file', file);
    if (sheet !== null) form.set('sheet', sheet);
    const found = await this.send<Inspection>('/imports/inspect', form);
    if (!found) return;
    this.file = file;
    this.sheet = sheet;
    this.inspection = found;
    this.answer = null;
    await this.look();
  }

  /** The field that a column is taken for; '': it is not read. */
  fieldOf(head: string): RecordField | '' {
    const chosen = this.columns[head];
    if (chosen !== undefined) return chosen;
    const field = fieldOfHead(head) ?? '';
    return Object.values(this.columns).includes(field) ? '' : field;
  }

  /** Asks what the import would do. */
  async look(): Promise<void> {
    const shown = JSON.stringify([this.columns, this.answers]);
    const answer = await this.#ask(true);
    this.step = answer ? 'preview' : this.answer ? this.step : 'columns';
    if (!answer) return;
    this.#shown = shown;
    this.renewed = false;
    this.answer = answer;
  }

  /** Imports what the preview showed. */
  async take(): Promise<void> {
    const answer = await this.#ask(false);
    if (!answer) return;
    this.answer = answer;
    this.answers = {};
    this.step = 'done';
  }

  /** Begins anew, with the columns as they were said. */
  again(): void {
    this.failure = undefined;
    this.step = 'file';
  }

  async #ask(isDry: boolean): Promise<RecordImport | null> {
    const { file, answer } = this;
    if (!file) return null;
    const form = new FormData();
    form.set('file', file);
    form.set('choices', JSON.stringify(this.#choices()));
    if (!isDry && answer) form.set('basis', answer.basis);
    return this.send<RecordImport>(`/records/import?dry_run=${isDry}`, form);
  }

  #choices(): RecordChoices {
    const heads = (this.inspection?.columns ?? []).map(({ name }) => name);
    const said = Object.entries(this.columns).filter(([head]) => heads.includes(head));
    return {
      sheet: this.sheet,
      columns: Object.fromEntries(said.map(([head, field]) => [head, field || null])),
      organisations: $state.snapshot(this.answers),
    };
  }
}
