/** Milliseconds without a key before a search is sent. */
const PAUSE = 180;

/** What is found for the words of a field while they are typed: of several searches the last one counts. */
export class Suggestions<T> {
  state: 'idle' | 'searching' | 'found' | 'failed' = $state('idle');
  found: T[] = $state.raw([]);
  readonly #find: (text: string, signal: AbortSignal) => Promise<T[] | null>;
  #asked: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param find null: it was not answered */
  constructor(find: (text: string, signal: AbortSignal) => Promise<T[] | null>) {
    this.#find = find;
  }

  /** Searches once the typing pauses. Until then nothing can be chosen: what was found is of other words. */
  soon(text: string): void {
    this.stop();
    this.state = 'searching';
    this.#timer = setTimeout(() => void this.now(text), PAUSE);
  }

  async now(text: string): Promise<void> {
    this.stop();
    const asked = (this.#asked = new AbortController());
    this.state = 'searching';
    const found = await this.#find(text.trim(), asked.signal);
    if (asked.signal.aborted) return;
    this.found = found ?? [];
    this.state = found ? 'found' : 'failed';
  }

  /** Forgets what was asked for. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    this.#asked = null;
    this.state = 'idle';
    this.found = [];
  }
}
