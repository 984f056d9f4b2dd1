import type { DraftCell } from '$schema/staff/cells.ts';
import type { CellContent, Refusal } from '$schema/staff/words.ts';

/** A cell on its way to the server. */
export interface Outgoing {
  key: string;
  /** The version that it replaces. */
  version: number;
  content: CellContent | null;
  /** Whether it follows the register. */
  follows: boolean;
}

/** What became of a save: all of it was written, or nothing was. */
export type Reply =
  | { kind: 'saved'; cells: DraftCell[] }
  /** Someone else was first with these. */
  | { kind: 'conflict'; cells: DraftCell[] }
  | {
      kind: 'refused';
      cells: { metric: string; member: string; refusal: Refusal; detail: string }[];
    }
  /** Nothing will be taken until something else changes: locked, signed out, not allowed. */
  | { kind: 'stopped'; code: string; detail: string }
  /** No answer, or the server failed. */
  | { kind: 'unheard' };

export interface Parts {
  /** What is to be sent now, of the newest state. */
  collect(): Outgoing[];
  send(cells: Outgoing[]): Promise<Reply>;
  /** Takes in what became of it: afterwards `collect` no longer gives what was saved, refused or in conflict. */
  settle(sent: Outgoing[], reply: Reply): void;
}

const firstRetry = 2_000;
const lastRetry = 60_000;

/** How long to wait after so many failures in a row, in milliseconds. */
export const retryAfter = (failures: number): number =>
  Math.min(lastRetry, firstRetry * 2 ** (failures - 1));

/** Sends edits one request at a time, all that wait in each; what is not heard is sent again, later and later. */
export class Autosave {
  readonly #parts: Parts;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #failures = 0;
  #stopped = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Sends in a while, in milliseconds; a later call puts it off. Does not shorten the wait after a failure. */
  touch(delay: number): void {
    if (this.#stopped || this.#failures > 0) return;
    this.#plan(delay);
  }

  /** Sends at once, also after failures and after having been stopped; until all is sent or cannot be. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    // What is under way may have been collected before the last edit.
    await this.#running;
    this.#stopped = false;
    this.#failures = 0;
    await this.#run();
  }

  end(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #plan(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), delay);
  }

  #run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running ??= this.#sendAll().finally(() => (this.#running = null));
    return this.#running;
  }

  async #sendAll(): Promise<void> {
    for (let sent = this.#parts.collect(); sent.length > 0 && !this.#stopped;) {
      const reply = await this.#parts.send(sent);
      this.#parts.settle(sent, reply);
      const left = this.#parts.collect();
      if (reply.kind === 'stopped') this.#stopped = true;
      else if (reply.kind === 'unheard' || isSame(left, sent)) {
        if (left.length > 0 && !this.#stopped) this.#plan(retryAfter((this.#failures += 1)));
        return;
      }
      this.#failures = 0;
      sent = left;
    }
  }
}

/** A refusal that leaves everything as it was must not be asked for without end. */
const isSame = (a: Outgoing[], b: Outgoing[]) => JSON.stringify(a) === JSON.stringify(b);
