import { qualifierName, statusName } from '$lib/words/statuses.ts';
import { straight, textOf } from '$lib/words/text.ts';
import type { Difference } from '$lib/words/differences.ts';
import type { Locale } from '$lib/words/locale.ts';
import type { AuditEntry } from '$schema/staff/audit.ts';
import type { Qualifier, Status } from '$schema/vocabulary.ts';
import * as m from '$messages';
import { isOfRegister, registerDifferences } from './register-words.ts';
import { isOfCell, valueWords, type Names } from './words.ts';

const partsOf = (side: unknown): Record<string, unknown> =>
  typeof side === 'object' && side !== null ? (side as Record<string, unknown>) : {};

/** What an entry changed, part by part; the parts that stayed are left out. */
export function listDifferences(entry: AuditEntry, names: Names, locale: Locale): Difference[] {
  if (isOfRegister(entry)) return registerDifferences(entry, names, locale);
  const before = partsOf(entry.before);
  const after = partsOf(entry.after);
  const words = (field: string, value: unknown): string | null => {
    if (value === null || value === undefined || value === '') return null;
    if (isOfCell(entry)) {
      if (field === 'status') return statusName(value as Status, locale);
      if (field === 'qualifier') return qualifierName(value as Qualifier, locale);
      const source = names.sources.find(({ id }) => field === 'source' && id === value);
      if (source) return textOf(source.titles, locale);
    }
    return straight(valueWords(value, locale));
  };
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(
      (field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null),
    )
    .map((field) => ({
      path: field,
      label: m.audit_field({ field }, { locale }),
      before: words(field, before[field]),
      after: words(field, after[field]),
    }));
}
