import {
  chartBys,
  chartShows,
  chartTypes,
  possibleShows,
  possibleTypes,
  viewKeys,
  type ChartBy,
  type ChartShow,
} from '../chart-views.ts';
import type { Localised } from '../vocabulary.ts';

/** What is wrong with a chart that is to be saved. The form and the server check the same. */

export const chartRefusals = [
  'bad_name',
  'name_reserved',
  'name_taken',
  'name_used',
  'unknown_metric',
  'metric_fixed',
  'not_of_view',
  'twice',
  'impossible',
  'bad_year',
  'years_reversed',
  'too_long',
  'bad_text',
] as const;
export type ChartRefusal = (typeof chartRefusals)[number];

/** `field`: `name`, `metric`, a parameter of the view, or a text such as `titles.zh`. */
export interface RefusedChartField {
  field: string;
  refusal: ChartRefusal;
}

/** Characters of a text, at most. */
export const textLimits = { titles: 200, notes: 500 } as const;

/** Words that addresses of the staff's pages stand for. */
const reserved = ['new', 'edit', 'list', 'embed', 'latest'];

/** Characters that break a line or turn the direction of writing. */
const unruly = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

export const chartNamePattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function checkChartName(name: string): RefusedChartField[] {
  if (reserved.includes(name)) return [{ field: 'name', refusal: 'name_reserved' }];
  const fits = name.length >= 3 && name.length <= 60 && chartNamePattern.test(name);
  return fits ? [] : [{ field: 'name', refusal: 'bad_name' }];
}

export const checkChartTexts = (texts: Record<keyof typeof textLimits, Localised>) =>
  (['titles', 'notes'] as const).flatMap((kind) =>
    Object.entries(texts[kind]).flatMap(([language, text]): RefusedChartField[] => {
      const field = `${kind}.${language}`;
      if (text.length > textLimits[kind]) return [{ field, refusal: 'too_long' }];
      return unruly.test(text) ? [{ field, refusal: 'bad_text' }] : [];
    }),
  );

/** The view as it is kept: its parameters in their order, the breakdown's id as the word for all members. */
export function orderView(query: string, breakdown: string | null): string {
  const given = new URLSearchParams(query);
  const pairs = viewKeys.flatMap((key) => {
    const value = given.get(key);
    if (value === null) return [];
    return [[key, key === 'by' && value === breakdown ? 'members' : value]];
  });
  return new URLSearchParams(pairs).toString();
}

/**
 * What of a view cannot be saved: parameters that belong to no view (`release`, `lang`, `theme`, …), and what a
 * metric of these limits cannot show between these years.
 */
export function checkSavedView(
  query: string,
  { breakdown, additive }: { breakdown: string | null; additive: boolean },
  years: { first: number; last: number },
): RefusedChartField[] {
  const given = new URLSearchParams(query);
  const odd = [...new Set(given.keys())].flatMap((field): RefusedChartField[] => {
    if (!(viewKeys as readonly string[]).includes(field))
      return [{ field, refusal: 'not_of_view' }];
    return given.getAll(field).length > 1 ? [{ field, refusal: 'twice' }] : [];
  });
  if (odd.length > 0) return odd;

  const limits = { hasBreakdown: breakdown !== null, additive };
  const view = new URLSearchParams(orderView(query, breakdown));
  const show = (view.get('show') ?? 'value') as ChartShow;
  const usual = limits.hasBreakdown ? 'members' : 'total';
  const by = (show === 'share' ? 'members' : (view.get('by') ?? usual)) as ChartBy;
  const bys = chartBys.filter((one) =>
    one === 'members' ? limits.hasBreakdown : show !== 'share',
  );
  const isKnown = chartBys.includes(by) && chartShows.includes(show);
  const types = isKnown ? possibleTypes({ by, show }, limits) : chartTypes;
  const possible = { by: bys, show: possibleShows(limits), type: types };
  const impossible = Object.entries(possible).flatMap(([field, values]): RefusedChartField[] => {
    const value = view.get(field);
    const isPossible = value === null || (values as readonly string[]).includes(value);
    return isPossible ? [] : [{ field, refusal: 'impossible' }];
  });
  return [...impossible, ...checkYears(view, years)];
}

function checkYears(
  view: URLSearchParams,
  { first, last }: { first: number; last: number },
): RefusedChartField[] {
  const bad = ['from', 'to'].filter((field) => {
    const text = view.get(field) ?? String(first);
    return !/^\d{4}$/.test(text) || Number(text) < first || Number(text) > last;
  });
  if (bad.length > 0) return bad.map((field) => ({ field, refusal: 'bad_year' }));
  const isReversed = Number(view.get('from') ?? first) > Number(view.get('to') ?? last);
  return isReversed ? [{ field: 'to', refusal: 'years_reversed' }] : [];
}
