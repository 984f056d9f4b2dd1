import type { ImportAnswer, Inspection } from '$schema/staff/imports.ts';
import { FileDesk } from './file-desk.svelte.ts';
import { draftOf, fits, mappingOf, type MappingDraft } from './mapping-draft.ts';

export type Step = 'file' | 'mapping' | 'preview' | 'done';

/** One import from the choice of a file to what became of it. */
export class ImportDesk extends FileDesk<ImportAnswer> {
  step = $state<Step>('file');
  inspection = $state.raw<Inspection | null>(null);
  /** Kept when a file is chosen again that has the same columns. */
  draft = $state<MappingDraft>(draftOf({}));

  async choose(file: File, sheet: string | null = null): Promise<void> {
    if (!this.fits(file)) return;
    const form = new FormData();
    form.set('file', file);
    if (sheet !== null) form.set('sheet', sheet);
    const found = await this.send<Inspection>('/imports/inspect', form);
    if (!found) return;
    const isKept = this.inspection !== null && !found.isTemplate && fits(this.draft, found.columns);
    if (!isKept) this.draft = draftOf(found.suggestion);
    this.file = file;
    this.sheet = sheet;
    this.inspection = found;
    this.answer = null;
    this.step = 'mapping';
    if (found.isTemplate) await this.look();
  }

  /** Asks what the import would do. */
  async look(): Promise<void> {
    const answer = await this.#ask(true);
    if (!answer) return;
    this.renewed = false;
    this.answer = answer;
    this.step = 'preview';
  }

  /** Imports what the preview showed. */
  async take(): Promise<void> {
    const answer = await this.#ask(false);
    if (!answer) return;
    this.answer = answer;
    this.step = 'done';
  }

  backTo(step: Step): void {
    this.failure = undefined;
    this.step = step;
  }

  async #ask(isDry: boolean): Promise<ImportAnswer | null> {
    const { file, inspection } = this;
    if (!file || !inspection) return null;
    const { isTemplate, suggestion, columns } = inspection;
    const mapping = isTemplate
      ? { ...suggestion, sheet: this.sheet }
      : mappingOf($state.snapshot(this.draft), columns, this.sheet);
    const form = new FormData();
    form.set('file', file);
    form.set('mapping', JSON.stringify(mapping));
    if (!isDry && this.answer) form.set('basis', this.answer.basis);
    return this.send<ImportAnswer>(`/imports?dry_run=${isDry}`, form);
  }
}
