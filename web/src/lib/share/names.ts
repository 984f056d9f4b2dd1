import type { Centre, Metric } from '$schema/answers.ts';
import { namesNumber } from '$lib/chart/saved.ts';
import type { ChartModel } from '$lib/chart/types.ts';
import { countedIn } from '$lib/words/counted.ts';
import { yearRange } from '$lib/words/lists.ts';
import type { Locale } from '$lib/words/locale.ts';
import { textOf } from '$lib/words/text.ts';
import * as m from '$lib/paraglide/messages.js';

interface Named {
  model: ChartModel;
  metric: Metric;
  centre: Pick<Centre, 'names'>;
  /** What staff call the chart in its language; null or left out: nothing. */
  ownTitle?: string | null;
}

/** The name of the centre; before the record has one, that of the product. */
export const whoseName = ({ names }: Pick<Centre, 'names'>, locale: Locale): string =>
  textOf(names, locale) || m.product_name({}, { locale });

/** What is shown, as staff call it, or without any figure: "Agreements signed by domain: change on the year before". */
function shownIn({ model, metric, ownTitle }: Omit<Named, 'centre'>): string {
  const { locale, show } = model;
  const by = model.series.some(({ id }) => id === 'total') ? 'total' : 'members';
  const name = countedIn(metric, by, locale);
  const title = ownTitle ?? m.chart_title_plain({ show, name }, { locale });
  return model.hasSample ? m.chart_sample_title({ title }, { locale }) : title;
}

/**
 * What a chart is called in a page elsewhere. One that is frozen says what it shows; one that follows the record must
 * not: its figures change, and the text stays.
 */
export function nameOf(named: Named, frozen: boolean): string {
  const { locale, title, hasSample } = named.model;
  if (frozen) {
    const word = m.chart_sample_title({ title: '' }, { locale }).trim();
    // The title says so by itself where it states a sample figure, not where others are shown beside it.
    const unsaid = hasSample && !title.endsWith(word);
    return unsaid ? m.chart_sample_title({ title }, { locale }) : title;
  }
  const centre = whoseName(named.centre, locale);
  const { ownTitle } = named;
  const lasting = ownTitle && !namesNumber(ownTitle) ? ownTitle : null;
  return m.share_name_live({ shown: shownIn({ ...named, ownTitle: lasting }), centre }, { locale });
}

/** What is cited: what is shown, of which years. */
export function citedTitle(named: Omit<Named, 'centre'>): string {
  const { locale, years } = named.model;
  const shown = shownIn(named);
  if (!years.length) return shown;
  const range = yearRange(years[0]!, years.at(-1)!, locale);
  return m.word_comma({ first: shown, second: range }, { locale });
}
