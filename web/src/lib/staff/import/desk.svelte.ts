import type { ImportAnswer, Inspection } from '$schema/staff/imports.ts';
import type { Problem } from '$schema/answers.ts';
import { draftOf, fits, mappingOf, type MappingDraft } from './mapping-draft.ts';
import { upload } from './upload.ts';

/** Bytes that a file may have; the server says the same. */
const LARGEST = 5 * 1024 * 1024;

export type Step = 'file' | 'mapping' | 'preview' | 'done';
type Failure = Partial<Problem> & { row?: number };

/** One import from the choice of a file to what became of it. */
export class ImportDesk {
  step = $state<Step>('file');
  file = $state.raw<File | null>(null);
  sheet = $state<string | null>(null);
  inspection = $state.raw<Inspection | null>(null);
  /** Kept when a file is chosen again that has the same columns. */
  draft = $state<MappingDraft>(draftOf({}));
  answer = $state.raw<ImportAnswer | null>(null);
  /** Part of the file that is sent, 0 to 1; null: nothing is under way. */
  progress = $state<number | null>(null);
  /** `undefined`: all is well; null: the server was not heard. */
  failure = $state.raw<Failure | null | undefined>(undefined);
  /** Whether the preview is a new one, as the figures had changed since the last. */
  renewed = $state(false);

  async choose(file: File, sheet: string | null = null): Promise<void> {
    if (file.size > LARGEST) {
      this.failure = { code: 'too_large' };
      return;
    }
    const form = new FormData();
    form.set('file', file);
    if (sheet !== null) form.set('sheet', sheet);
    const found = await this.#send<Inspection>('/imports/inspect', form);
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
    return this.#send<ImportAnswer>(`/imports?dry_run=${isDry}`, form);
  }

  async #send<T>(path: string, form: FormData): Promise<T | null> {
    this.failure = undefined;
    this.progress = 0;
    const outcome = await upload<T, { preview: ImportAnswer; row: number }>(path, form, (part) => {
      this.progress = part;
    });
    this.progress = null;
    if (outcome.ok) return outcome.body;
    const { problem } = outcome;
    this.failure = problem;
    if (problem?.preview) {
      this.answer = problem.preview;
      this.renewed = true;
    }
    return null;
  }
}
