import type { Locale } from '$lib/paraglide/runtime.js';
import { locales } from '$lib/paraglide/runtime.js';
import type { viewKeys } from '$schema/chart-views.ts';
import {
  possibleShows,
  possibleTypes,
  type ChartShow,
  type ChartType,
} from '$schema/chart-views.ts';
import type { ChartMetric, StaffChart } from '$schema/staff/charts.ts';

/** A chart as its form holds it. '' is the usual: what a metric shows where nothing is chosen. */
export interface ChartDraft {
  name: string;
  metric: string;
  view: Record<(typeof viewKeys)[number], string>;
  titles: Record<Locale, string>;
  notes: Record<Locale, string>;
}

/** What a view of a metric can be, given what of it was chosen. */
export interface Choices {
  shows: ChartShow[];
  /** Whether there are parts to choose. */
  parted: boolean;
  /** The usual way first. */
  types: ChartType[];
}

const viewOf = (params: URLSearchParams): ChartDraft['view'] => {
  const read = (key: string) => params.get(key) ?? '';
  return {
    ...{ by: read('by'), show: read('show'), type: read('type') },
    ...{ from: read('from'), to: read('to') },
  };
};

const textsOf = (texts: Record<string, string> = {}): Record<Locale, string> =>
  Object.fromEntries(locales.map((locale) => [locale, texts[locale] ?? ''])) as Record<
    Locale,
    string
  >;

/** What the form of a saved chart begins with. */
export const draftOf = ({ name, metric, query, titles, notes }: StaffChart): ChartDraft => ({
  name,
  metric,
  view: viewOf(new URLSearchParams(query)),
  titles: textsOf(titles),
  notes: textsOf(notes),
});

/** What the form of a new one begins with: the view that an address names. */
export function newDraft(params: URLSearchParams, metrics: readonly ChartMetric[]): ChartDraft {
  const metric = metrics.find(({ id }) => id === params.get('metric'));
  const view = viewOf(params);
  const by = metric?.breakdown && view.by === metric.breakdown.id ? 'members' : view.by;
  const id = metric?.id ?? '';
  return { name: '', metric: id, view: { ...view, by }, titles: textsOf(), notes: textsOf() };
}

export function choicesOf(view: ChartDraft['view'], metric: ChartMetric | undefined): Choices {
  const limits = {
    hasBreakdown: Boolean(metric?.breakdown),
    additive: metric?.additive ?? false,
  };
  const shows = possibleShows(limits);
  const show = shows.find((one) => one === view.show) ?? 'value';
  const by = limits.hasBreakdown && view.by !== 'total' ? 'members' : 'total';
  return {
    shows,
    parted: limits.hasBreakdown && show !== 'share',
    types: possibleTypes({ by: show === 'share' ? 'members' : by, show }, limits),
  };
}

/** The query of the view: what is as usual, or cannot be had any more after another choice, is left out. */
export function queryOf({ view }: Pick<ChartDraft, 'view'>, metric: ChartMetric | undefined) {
  const { shows, parted, types } = choicesOf(view, metric);
  const chosen = {
    by: parted && view.by === 'total' ? view.by : '',
    show: shows.some((one) => one === view.show) && view.show !== 'value' ? view.show : '',
    type: types.slice(1).some((one) => one === view.type) ? view.type : '',
    from: view.from,
    to: view.to,
  };
  return new URLSearchParams(Object.entries(chosen).filter(([, value]) => value)).toString();
}

/** A text without what a textarea or a clipboard leaves in it: one line. */
const inLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const filled = (texts: Record<Locale, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts)
      .map(([language, text]) => [language, inLine(text)])
      .filter(([, text]) => text !== ''),
  );

/** What is sent to be saved. */
export const contentOf = (draft: ChartDraft, metric: ChartMetric | undefined) => ({
  metric: draft.metric,
  query: queryOf(draft, metric),
  titles: filled(draft.titles),
  notes: filled(draft.notes),
});
export type ChartContent = ReturnType<typeof contentOf>;
