import type { Metric, Point } from '$schema/answers.ts';
import {
  organisationKinds,
  recordKinds,
  stages,
  type OrganisationKind,
  type RecordKind,
} from '$schema/register/words.ts';
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

/** What a reader looks for in the register; what is blank, or nothing that can be looked for, is not asked for. */
export interface RegisterFilters {
  q?: string;
  kind?: RecordKind;
  year?: string;
  member?: string;
  country?: string;
  stage?: (typeof stages)[number];
  organisation?: never;
}

const given = (params: URLSearchParams, key: string) => params.get(key)?.trim() || undefined;

/** One of some words, as an address gives it. */
const oneOf = <T extends string>(words: readonly T[], word: string | undefined): T | undefined =>
  words.find((one) => one === word);

/** What an address asks of the records; kinds and stages that there are not are left out. */
export function readFilters(params: URLSearchParams): RegisterFilters {
  const [q, year, member, country] = ['q', 'year', 'member', 'country'].map((key) =>
    given(params, key),
  );
  const kind = oneOf(recordKinds, given(params, 'kind'));
  const stage = oneOf(stages, given(params, 'stage'));
  return {
    ...(q && { q: q.slice(0, 200) }),
    ...(kind && { kind }),
    ...(year && { year }),
    ...(member && { member }),
    ...(stage && { stage }),
    ...(country && { country }),
  };
}

/** What a reader looks for among the organisations. */
export interface OrganisationFilters {
  q?: string;
  kind?: OrganisationKind;
  country?: string;
}

/** What an address asks of the organisations; a kind that there is not is left out. */
export function readOrganisationFilters(params: URLSearchParams): OrganisationFilters {
  const [q, country] = ['q', 'country'].map((key) => given(params, key));
  const kind = oneOf(organisationKinds, given(params, 'kind'));
  return {
    ...(q && { q: q.slice(0, 200) }),
    ...(kind && { kind }),
    ...(country && { country }),
  };
}

/** The years that can be asked for, newest first: from the first of the record to that of the release. */
export function listYears(from: number, publishedAt: string, timeZone: string): string[] {
  const format = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' });
  const last = Number(format.format(new Date(publishedAt)));
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, i) => String(last - i));
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
