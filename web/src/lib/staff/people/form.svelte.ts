import type { Outcome } from '$lib/staff/client.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import { checkFields, readFieldErrors, type FieldError } from './checks.ts';
import { tellPeopleProblem } from './words.ts';

/** A form of a few fields: what is wrong with them, and whether they are on their way. */
export class FieldForm {
  errors: FieldError[] = $state.raw([]);
  /** What went wrong beside the fields; '': nothing. */
  failure = $state('');
  busy = $state(false);
  readonly #locale: Locale;

  constructor(locale: Locale) {
    this.#locale = locale;
  }

  /**
   * Sends a form whose fields are well; whether that worked. It stays busy then: until it is {@link clear}ed, or the
   * page is left.
   * @param fields ids of those that are checked
   */
  async submit(
    element: HTMLFormElement,
    fields: string[],
    send: (form: FormData) => Promise<Outcome<unknown>>,
  ): Promise<boolean> {
    const form = new FormData(element);
    this.failure = '';
    this.errors = checkFields(form, fields, this.#locale);
    if (this.errors.length > 0) return false;
    this.busy = true;
    const outcome = await send(form);
    if (outcome.ok) return true;
    this.busy = false;
    this.errors = readFieldErrors(outcome.problem, this.#locale);
    if (this.errors.length === 0) this.failure = tellPeopleProblem(outcome.problem, this.#locale);
    return false;
  }

  /** Makes it ready for the next. */
  clear(element: HTMLFormElement): void {
    this.busy = false;
    element.reset();
  }
}
