import { page } from '$app/state';
import { textOf } from '$lib/words/text.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import type { Localised } from '$schema/vocabulary.ts';
import type { Me } from '$schema/staff/people.ts';
import { hasRole, type Role } from '$schema/staff/roles.ts';

/** Who works here, and in which language. Call while a component starts. */
export function staffReader() {
  const { locale, me = null } = page.data as { locale: Locale; me?: Me };
  return {
    locale,
    me,
    /** A text in their language, or in another where it lacks that. */
    say: (text: Localised) => textOf(text, locale),
    /** Whether their role suffices; the server checks it again. */
    may: (needed: Role) => me !== null && hasRole(me.role, needed),
  };
}
