import type { Locale } from '$lib/paraglide/runtime.js';
import { countedIn } from '$lib/words/counted.ts';
import { languageName } from '$lib/staff/catalogue/words.ts';
import type { ChartShow, ChartType } from '$schema/chart-views.ts';
import type { RefusedChartField } from '$schema/staff/chart-checks.ts';
import type { ChartMetric } from '$schema/staff/charts.ts';
import * as m from '$messages';
import type { ChartContent } from './draft.ts';

const shows = {
  value: m.show_value,
  change: m.show_change,
  cumulative: m.show_cumulative,
  share: m.show_share,
};

export const showName = (show: ChartShow, locale: Locale): string => shows[show]({}, { locale });

export const typeName = (type: ChartType, locale: Locale): string =>
  m.staff_charts_type({ type }, { locale });

/** A view as a person would say it: "Agreements signed by domain, Share, since 2020". */
export function viewInWords(
  query: string,
  metric: Pick<ChartMetric, 'names' | 'breakdown'>,
  locale: Locale,
): string {
  const view = new URLSearchParams(query);
  const [show, by] = [view.get('show') as ChartShow | null, view.get('by')];
  const type = view.get('type') as ChartType | null;
  const parts = [
    countedIn(metric, by === 'total' || !metric.breakdown ? 'total' : 'members', locale),
    show && show in shows ? showName(show, locale) : '',
    type ? typeName(type, locale) : '',
    yearsOf(view.get('from'), view.get('to'), locale),
  ];
  return parts.filter(Boolean).join(m.separator({}, { locale }));
}

function yearsOf(from: string | null, to: string | null, locale: Locale): string {
  if (from && to) return m.staff_charts_years({ from, to }, { locale });
  if (from) return m.staff_charts_from({ from }, { locale });
  if (to) return m.staff_charts_up_to({ to }, { locale });
  return m.staff_charts_all_years({}, { locale });
}

/** What a field is called; `titles.zh` is the title in Chinese. */
export function fieldLabel(path: string, locale: Locale): string {
  const [field = '', code = ''] = path.split('.');
  const language = languageName(code || locale, locale);
  if (field === 'titles') return m.staff_charts_title_in({ language }, { locale });
  if (field === 'notes') return m.staff_charts_note_in({ language }, { locale });
  return m.staff_charts_field({ field }, { locale });
}

/** What is wrong with a field, and what to do; the summary names the field besides. */
export const refusalWords = ({ refusal }: RefusedChartField, locale: Locale): string =>
  m.staff_charts_refused({ refusal }, { locale });

/** A chart part by part, to be held against another. */
export const partsOf = (
  { query, titles, notes }: Pick<ChartContent, 'query' | 'titles' | 'notes'>,
  metric: ChartMetric | undefined,
  locale: Locale,
): [label: string, text: string][] => [
  [m.staff_charts_view({}, { locale }), metric ? viewInWords(query, metric, locale) : query],
  ...['zh', 'en'].flatMap((code): [string, string][] => [
    [fieldLabel(`titles.${code}`, locale), titles[code] ?? ''],
    [fieldLabel(`notes.${code}`, locale), notes[code] ?? ''],
  ]),
];
