/** What one step did to one cell. */
export interface Change<T> {
  key: string;
  before: T;
  after: T;
}

const most = 200;

/** Steps that can be taken back and made again. A new step ends what could be made again. */
export class Steps<T> {
  #done: Change<T>[][] = [];
  #undone: Change<T>[][] = [];

  get done(): number {
    return this.#done.length;
  }

  get undone(): number {
    return this.#undone.length;
  }

  add(step: Change<T>[]): void {
    if (step.length === 0) return;
    this.#done = [...this.#done.slice(1 - most), step];
    this.#undone = [];
  }

  undo(): Change<T>[] {
    const step = this.#done.pop();
    if (step) this.#undone.push(step);
    return step ?? [];
  }

  redo(): Change<T>[] {
    const step = this.#undone.pop();
    if (step) this.#done.push(step);
    return step ?? [];
  }
}
