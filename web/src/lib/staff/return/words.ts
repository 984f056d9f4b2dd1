import { formatNumber, formatPercent, formatSigned } from '$lib/words/numbers.ts';
import { reasonShort } from '$lib/words/reasons.ts';
import { statusName } from '$lib/words/statuses.ts';
import { straight, textOf } from '$lib/words/text.ts';
import { valueShort } from '$lib/words/values.ts';
import type { Locale } from '$lib/words/locale.ts';
import { describeChange } from '$schema/staff/checks.ts';
import type { Source } from '$schema/answers.ts';
import type { GapReason, Qualifier, Status } from '$schema/vocabulary.ts';
import type { HeldFigure, Sheet, SheetMetric } from '$schema/staff/returns.ts';
import * as m from '$messages';
import { readEntry, type Entry } from './entry.ts';

/** The name of a cell inside its metric: the member's, or that of a total. */
export const memberName = (
  cell: { member: string; names: SheetMetric['names'] | null },
  locale: Locale,
): string => (cell.member ? textOf(cell.names, locale) : m.return_total({}, { locale }));

/** A figure as it was stated, or summed; null: there is none. */
export type Stated = {
  value: number | null;
  qualifier: Qualifier | null;
  status?: Status | null;
  sample?: boolean;
} | null;

/** The change of a figure on last year's, or why none can be said; empty where nothing is entered yet. */
export function changeWords(
  figure: Stated,
  previous: Stated,
  metric: { decimals: number; breaks: boolean },
  locale: Locale,
): { text: string; known: boolean } {
  if (!figure || figure.value === null) return { text: '', known: false };
  const before =
    previous && !previous.sample
      ? { value: previous.value, qualifier: previous.qualifier ?? 'exact' }
      : null;
  const { qualifier } = figure;
  const after = { value: figure.value, qualifier: qualifier ?? 'exact' };
  const { change, changePercent } = describeChange(before, after, metric);
  if (change === null)
    return { text: reasonShort(whyNot(before, metric.breaks), locale), known: false };
  const about = [before, after].some((one) => one?.qualifier === 'about');
  const signed = formatSigned(change, metric.decimals, locale);
  const percent =
    changePercent === null
      ? null
      : `${changePercent > 0 ? '+' : ''}${formatPercent(changePercent, locale)}`;
  const text =
    percent === null ? signed : m.word_aside({ text: signed, aside: percent }, { locale });
  return { text: about ? `≈${text}` : text, known: true };
}

const whyNot = (before: Stated, breaks: boolean): GapReason =>
  breaks ? 'series_break' : (before?.value ?? null) === null ? 'no_previous_figure' : 'lower_bound';

/** The name of a source in a list. */
export const sourceName = (
  source: Source | undefined,
  id: string | null,
  locale: Locale,
): string =>
  id === null ? m.return_source_own({}, { locale }) : textOf(source?.titles, locale) || id;

/** All that the fields of a cell say, in one line, for comparing two of them. */
export function entryWords(
  entry: Entry,
  metric: SheetMetric,
  sheet: Sheet,
  locale: Locale,
): string {
  if (entry.withdrawn) return withNote(m.return_withdrawn({}, { locale }), entry, locale);
  const read = readEntry(entry, null);
  if ('hold' in read) return entry.text || m.return_empty({}, { locale });
  const { content } = read;
  if (content === null || content.withdrawn) return m.return_empty({}, { locale });
  const value = valueShort(content, metric.decimals, locale);
  const source = sheet.sources.find(({ id }) => id === content.source);
  const said = [
    value,
    content.status === 'O' || content.status === 'A' ? '' : statusName(content.status, locale),
    content.source === null ? '' : sourceName(source, content.source, locale),
    entry.follows ? m.retreg_mark({ mark: 'follows' }, { locale }) : '',
  ];
  return withNote(said.filter(Boolean).join(' · '), entry, locale);
}

const withNote = (text: string, { note }: Entry, locale: Locale): string => {
  const words = Object.values(note ?? {})
    .filter(Boolean)
    .map(straight);
  if (words.length === 0) return text;
  return `${text} · ${m.return_note_said({ note: words.join(' / ') }, { locale })}`;
};

/** How much the register holds of a figure. */
export const heldWords = (held: HeldFigure | undefined, locale: Locale): string =>
  held === undefined || held.count === 0
    ? m.retreg_none({}, { locale })
    : m.retreg_held({ n: formatNumber(held.count, 0, locale) }, { locale });

/** By how much the register holds more or fewer than a figure says; empty where it holds as many, or either is not known. */
export function registerWords(
  figure: Stated,
  held: HeldFigure | undefined,
  decimals: number,
  locale: Locale,
): string {
  const value = figure?.value ?? null;
  if (held === undefined || value === null || held.count === value) return '';
  const differs = held.count > value ? 'more' : 'fewer';
  const n = formatNumber(Math.abs(held.count - value), decimals, locale);
  return m.retreg_differs({ differs, n }, { locale });
}

/** A number with its qualifier, for the sum of the members and the part that is not broken down. */
export const amount = (
  value: number,
  qualifier: Qualifier | null,
  decimals: number,
  locale: Locale,
) =>
  m.word_qualified_short(
    { qualifier: qualifier ?? 'exact', value: formatNumber(value, decimals, locale, qualifier) },
    { locale },
  );
