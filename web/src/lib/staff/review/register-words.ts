import type { Locale } from '$lib/paraglide/runtime.js';
import { textOf } from '$lib/words/text.ts';
import type { RegisterContent, RegisterEntry } from '$schema/staff/register.ts';
import * as m from '$messages';

/** What kind of thing an entry is. */
export function entryKind({ kind, content, published }: RegisterEntry, locale: Locale): string {
  if (kind === 'organisation') return m.review_register_organisation({}, { locale });
  return m.record_kind({ kind: (content ?? published)?.kind ?? '' }, { locale });
}

/** What an entry will be called, or was where it goes. */
export function entryTitle({ key, content, published }: RegisterEntry, locale: Locale): string {
  const shown: RegisterContent | null = content ?? published;
  if (shown === null) return key;
  return textOf('titles' in shown ? shown.titles : shown.names, locale) || key;
}

/** What the next release does with an entry that waits. */
export const entryState = ({ published, content }: RegisterEntry) =>
  published === null ? 'new' : content === null ? 'withdrawn' : 'changed';

/** Where it is edited. */
export const entryPath = ({ kind, key }: RegisterEntry): string =>
  `/staff/register/${kind}s/${key}`;
