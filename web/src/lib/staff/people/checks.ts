import type { Locale } from '$lib/paraglide/runtime.js';
import type { Problem } from '$schema/answers.ts';
import * as m from '$messages';

export interface FieldError {
  /** Of the input. */
  id: string;
  message: string;
}

/** What each field expects; the server expects the same (`schema/staff/people.ts`). */
const expected: Record<
  string,
  { isFine: (text: string) => boolean; say: typeof m.staff_bad_name }
> = {
  email: { isFine: (text) => /^\S+@\S+\.\S+$/.test(text.trim()), say: m.staff_bad_email },
  name: { isFine: (text) => text.trim() !== '' && text.length <= 100, say: m.staff_bad_name },
  password: { isFine: (text) => text !== '', say: m.staff_bad_no_password },
  currentPassword: { isFine: (text) => text !== '', say: m.staff_bad_no_password },
  newPassword: {
    isFine: (text) => text.length >= 12 && text.length <= 128,
    say: m.staff_bad_new_password,
  },
  days: {
    isFine: (text) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 366,
    say: m.staff_bad_days,
  },
};

/** What is wrong with the fields of a form, in their order. */
export const checkFields = (form: FormData, fields: string[], locale: Locale): FieldError[] =>
  fields
    .filter((id) => !expected[id]?.isFine(String(form.get(id) ?? '')))
    .map((id) => ({ id, message: expected[id]!.say({}, { locale }) }));

/** What the server finds wrong with the fields; `password` of a new one is the field `newPassword`. */
export function readFieldErrors(problem: Problem | null, locale: Locale): FieldError[] {
  if (problem?.code === 'wrong_password')
    return [{ id: 'currentPassword', message: m.staff_problem_wrong_password({}, { locale }) }];
  return (problem?.fields ?? []).flatMap(({ field }) => {
    const id = field === 'password' ? 'newPassword' : field;
    const known = expected[id];
    return known ? [{ id, message: known.say({}, { locale }) }] : [];
  });
}
