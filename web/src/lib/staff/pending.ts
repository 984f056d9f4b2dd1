import { formatDate } from '$lib/words/dates.ts';
import type { Locale } from '$lib/words/locale.ts';
import * as m from '$messages';

/** An entry of the catalogue or of the register that waits for the next release. */
interface Waiting {
  /** What is public; null: nothing yet. */
  published: object | null;
  /** What is to be public; null: it is withdrawn. */
  content: object | null;
  editedBy: string | null;
  /** ISO 8601. */
  editedAt: string | null;
}

/** What happens to it with the next release. */
export function pendingWords({ content, published }: Waiting, locale: Locale): string {
  if (content === null) return m.catalogue_pending_withdrawn({}, { locale });
  return published === null
    ? m.catalogue_pending_new({}, { locale })
    : m.catalogue_pending_changed({}, { locale });
}

/**
 * Who changed it last, and when; nothing where that is not known.
 * @param timeZone of the centre; left out: UTC
 */
export function editedWords(
  { editedBy, editedAt }: Waiting,
  timeZone: string | undefined,
  locale: Locale,
): string {
  if (editedBy === null || editedAt === null) return '';
  const date = formatDate(editedAt, locale, timeZone ?? 'UTC');
  return m.catalogue_edited({ person: editedBy, date }, { locale });
}
