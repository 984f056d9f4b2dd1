import { formatNumber } from '$lib/words/numbers.ts';
import { statusName } from '$lib/words/statuses.ts';
import { textOf } from '$lib/words/text.ts';
import { valueShort } from '$lib/words/values.ts';
import type { Locale } from '$lib/words/locale.ts';
import type { AuditAnswer, AuditEntry } from '$schema/staff/audit.ts';
import type { PublishedCell } from '$schema/staff/cells.ts';
import type { CellContent } from '$schema/staff/words.ts';
import * as m from '$messages';
import { isOfRegister, whatOfRegister, type RegisterTrailNames } from './register-words.ts';

/** How what the trail names is called. */
export type Names = Pick<AuditAnswer, 'metrics' | 'sources'> & RegisterTrailNames;

export const isOfCell = ({ action }: Pick<AuditEntry, 'action'>): boolean =>
  action.startsWith('cell_');

/** The figure of an entry: "Agreements signed, Biomedicine, 2025"; empty for one of no figure. */
export function figureName(entry: AuditEntry, { metrics }: Names, locale: Locale): string {
  const { metric: id, member, year } = entry;
  if (id === null) return '';
  const found = metrics.find((one) => one.id === id);
  const metric = textOf(found?.names, locale) || id;
  if (!member) return m.audit_whole({ metric, year: year ?? '' }, { locale });
  const names = found?.members.find((one) => one.id === member)?.names;
  const part = textOf(names, locale) || member;
  return m.audit_part({ metric, member: part, year: year ?? '' }, { locale });
}

/** What was done, in words. */
export function whatWasDone(entry: AuditEntry, names: Names, locale: Locale): string {
  if (isOfRegister(entry)) return whatOfRegister(entry, names, locale);
  const { action, year } = entry;
  const figure = figureName(entry, names, locale);
  return m.audit_what({ action, figure, year: year ?? '', subject: subjectOf(entry) }, { locale });
}

/** A person or token is called by what was told of them, where their id would say nothing. */
function subjectOf({ subject, before, after }: AuditEntry): string {
  const told = { ...(before as object | null), ...(after as object | null) } as Partial<
    Record<'name' | 'email', unknown>
  >;
  const isId = /^[\da-f]{8}-[\da-f-]{27}$/.test(subject ?? '');
  return String((isId && (told.name ?? told.email)) || (subject ?? ''));
}

/** What a cell said: "≥8 (provisional)". */
function cellWords(
  content: CellContent | PublishedCell | null,
  decimals: number,
  locale: Locale,
): string {
  if (content === null) return m.audit_nothing({}, { locale });
  if ('withdrawn' in content && content.withdrawn) return m.audit_withdrawn({}, { locale });
  const { value, qualifier, status } = content as Exclude<CellContent, { withdrawn: true }>;
  const text = valueShort({ value, qualifier }, decimals, locale);
  const asides = [
    status === 'A' || status === 'O' ? '' : statusName(status, locale),
    'sample' in content && content.sample ? m.word_sample({}, { locale }) : '',
  ].filter(Boolean);
  return asides.length === 0
    ? text
    : m.word_aside(
        {
          text,
          aside: asides.reduce((first, second) => m.word_comma({ first, second }, { locale })),
        },
        { locale },
      );
}

/** The values of a cell's entry before and after. */
export function cellSides(entry: AuditEntry, { metrics }: Names, locale: Locale) {
  const decimals = metrics.find(({ id }) => id === entry.metric)?.decimals ?? 0;
  const words = (side: unknown) =>
    cellWords(side as CellContent | PublishedCell | null, decimals, locale);
  return { before: words(entry.before), after: words(entry.after) };
}

/** Any value that the trail keeps, as a person reads it. */
export function valueWords(value: unknown, locale: Locale): string {
  if (value === null || value === undefined || value === '') return m.audit_nothing({}, { locale });
  if (typeof value === 'boolean') return (value ? m.audit_yes : m.audit_no)({}, { locale });
  if (typeof value === 'number')
    return Number.isInteger(value) ? formatNumber(value, 0, locale) : String(value);
  if (typeof value === 'string') return value;
  const texts = Object.values(value);
  if (!Array.isArray(value) && texts.length > 0 && texts.every((text) => typeof text === 'string'))
    return texts.join(' / ');
  return JSON.stringify(value);
}
