import type { Metric, Point } from '$schema/answers.ts';
import { recordKinds, type RecordKind } from '$schema/register/words.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import type { ChartModel } from '$lib/chart/types.ts';
import type { LinkOf } from '$lib/chart/svg-links.ts';
import { textOf } from '$lib/words/text.ts';
import { address, type Reading } from './reading.ts';

/** Whether entries of the register can stand behind a figure: its metric counts some, and it is no sample. */
export const isEvident = (
  { records }: Pick<Metric, 'records'>,
  { value, sample }: Pick<Point, 'value' | 'sample'>,
): boolean => records !== undefined && value !== null && !sample;

/** Where the values of a chart lead: to the entries behind them, at the same state of the record. */
export function linkToEntries(
  metric: Pick<Metric, 'id' | 'records'>,
  { show, locale, series, total, tableOnly = [] }: ChartModel,
  reading: Reading,
): LinkOf {
  if (show !== 'value' || metric.records === undefined) return () => null;
  const all = [...tableOnly, ...series, ...(total ? [total] : [])];
  const points = new Map(all.map((one) => [one.id, one.points]));
  return (id, year) => {
    const point = points.get(id)?.find((one) => one.year === year);
    if (!point || !isEvident(metric, point)) return null;
    const member = id === 'total' ? null : id;
    return address(`/${locale}/metrics/${metric.id}/records`, reading, { year, member });
  };
}

/** What a reader looks for in the register; what is blank is not asked for. */
export interface RegisterFilters {
  q?: string;
  kind?: RecordKind;
  year?: string;
  member?: string;
  country?: string;
  stage?: never;
  organisation?: never;
}

export function readFilters(params: URLSearchParams): RegisterFilters {
  const given = (key: string) => params.get(key)?.trim() || undefined;
  const [q, kind, year, member, country] = ['q', 'kind', 'year', 'member', 'country'].map(given);
  return {
    ...(q && { q: q.slice(0, 200) }),
    ...(recordKinds.includes(kind as RecordKind) && { kind: kind as RecordKind }),
    ...(year && { year }),
    ...(member && { member }),
    ...(country && { country }),
  };
}

/** The parts by which records are split, each once, in the order of the catalogue. */
export function listParts(metrics: readonly Metric[], locale: Locale): [string, string][] {
  const parts = metrics.flatMap(({ breakdown }) => breakdown?.members ?? []);
  return [...new Map(parts.map(({ id, names }) => [id, textOf(names, locale)]))];
}

/** What the parts of a record are called together, such as domains; null where no metric splits by them. */
export function partsName(
  metrics: readonly Metric[],
  { breakdown }: { breakdown: string | null },
  locale: Locale,
): string | null {
  const found = metrics.find((metric) => metric.breakdown?.id === breakdown)?.breakdown;
  return textOf(found?.names, locale) || null;
}

/** The name of a part, from whatever metric has it; null where there is none. */
export function partName(
  metrics: readonly Metric[],
  { breakdown, member }: { breakdown: string | null; member: string | null },
  locale: Locale,
): string | null {
  const found = metrics.find((metric) => metric.breakdown?.id === breakdown)?.breakdown;
  return textOf(found?.members.find(({ id }) => id === member)?.names, locale) || member;
}
