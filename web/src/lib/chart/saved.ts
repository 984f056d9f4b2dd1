import type { SavedChart } from '$schema/saved-charts.ts';
import { viewKeys } from '$schema/chart-views.ts';
import { textOf } from '$lib/words/text.ts';
import type { ChartModel } from './types.ts';

/** What staff say of a chart that they saved. */
export type SavedWords = Pick<SavedChart, 'titles' | 'notes'>;

/** The parameters of an address, with those of the saved view in place of any other view. */
export function withView(given: URLSearchParams, query: string): URLSearchParams {
  const others = [...given].filter(([key]) => !(viewKeys as readonly string[]).includes(key));
  return new URLSearchParams([...others, ...new URLSearchParams(query)]);
}

/** The same view where the record ends earlier, as former releases do: up to its last year. */
export function endInRecord(params: URLSearchParams, last: number): URLSearchParams {
  const view = new URLSearchParams(params);
  if (Number(view.get('to') ?? last) > last) view.delete('to');
  return view;
}

/**
 * A chart with the words that staff gave it. A language without a title of its own keeps the sentence that the figures
 * make; a note is shown in whichever language there is, as a caveat must not be lost.
 */
export function reword(model: ChartModel, { titles, notes }: SavedWords): ChartModel {
  const { locale } = model;
  const own = titles[locale];
  const title = own ? textOf({ [locale]: own }, locale) : model.title;
  const note = textOf(notes, locale);
  return { ...model, title, ...(note && { note }) };
}

/** Whether a title names a number other than a year: it stays when the figures go on. */
export const namesNumber = (title: string): boolean =>
  /\d/.test(title.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, ''));
