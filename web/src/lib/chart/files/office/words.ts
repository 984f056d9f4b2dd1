import * as m from '$lib/paraglide/messages.js';
import { yearsInWords } from '$lib/words/lists.ts';
import { textOf } from '$lib/words/text.ts';
import type { ChartModel } from '../../types.ts';
import type { ChartFile } from '../chart-file.ts';
import { partsMissing } from '../image-keys.ts';
import { missingYears } from './chart-columns.ts';
import { MOST_LABELLED_YEARS } from './label-choice.ts';

/** Why there is nothing for some years, where the axis has no room to say it. */
function whyMissing(model: ChartModel): string[] {
  const { years, locale } = model;
  if (years.length <= MOST_LABELLED_YEARS) return [];
  const missing = missingYears(model);
  return [...new Set(missing.map(({ label }) => label))].map((why) => {
    const found = missing.flatMap(({ year, label }) => (label === why ? year : []));
    return m.office_missing({ years: yearsInWords(found, locale), why }, { locale });
  });
}

/**
 * What staff say of the chart, and what a reader must know of it and Office cannot draw: targets and breaks by name,
 * years without any value, and those of which parts are missing. What a footnote of the table beside it says is not
 * said again.
 */
export function notesOf(model: ChartModel, footnotes: readonly string[]): string[] {
  const { note, locale } = model;
  const said = note ? m.saved_note({ note }, { locale }) : '';
  const named = model.annotations.map(({ label }) => label);
  return [...new Set([said, ...named, ...whyMissing(model), partsMissing(model)])].filter(
    (text) => text !== '' && !footnotes.includes(text),
  );
}

/** Whose record it is, at which release. */
export const whose = ({ model, centre }: ChartFile): string =>
  m.chart_file_whose(
    { centre: textOf(centre.names, model.locale), release: model.releaseLine },
    { locale: model.locale },
  );
