import type { Problem } from '$schema/answers.ts';
import { upload } from './upload.ts';

/** Bytes that a file may have; the server says the same. */
const LARGEST = 5 * 1024 * 1024;

type Failure = Partial<Problem> & { row?: number };

/** What becomes of a file that is looked at and then imported. */
export class FileDesk<Answer> {
  file = $state.raw<File | null>(null);
  sheet = $state<string | null>(null);
  answer = $state.raw<Answer | null>(null);
  /** Part of the file that is sent, 0 to 1; null: nothing is under way. */
  progress = $state<number | null>(null);
  /** `undefined`: all is well; null: the server was not heard. */
  failure = $state.raw<Failure | null | undefined>(undefined);
  /** Whether the preview is a new one, as what it rests on had changed since the last. */
  renewed = $state(false);

  /** Whether a file can be sent; tells where it cannot. */
  protected fits(file: File): boolean {
    if (file.size <= LARGEST) return true;
    this.failure = { code: 'too_large' };
    return false;
  }

  /** @returns null where it failed, which is told */
  protected async send<T>(path: string, form: FormData): Promise<T | null> {
    this.failure = undefined;
    this.progress = 0;
    const outcome = await upload<T, { preview: Answer; row: number }>(path, form, (part) => {
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
