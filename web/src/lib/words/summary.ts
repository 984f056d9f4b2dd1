import type { Metric, Overview, Point } from '$schema/answers.ts';
import * as m from '$lib/paraglide/messages.js';
import { mixedWords, readChange } from './changes.ts';
import { joinClauses, joinSentences } from './lists.ts';
import type { Locale } from './locale.ts';
import { markName } from './marks.ts';
import { textOf } from './text.ts';
import { valueAsPredicate } from './values.ts';

/** As many metrics as a reader takes in at once. */
const MOST_NAMED = 3;

type Known = Point & { value: number };
type Item = { metric: Metric; point: Known };

/**
 * What changed in the year of the dashboard, in one or two sentences: first the metrics with a change
 * that can be stated, then those with a figure alone, then samples, which are called so. The second
 * sentence says how many metrics are not reported.
 */
export function summaryOf(overview: Pick<Overview, 'year' | 'metrics'>, locale: Locale): string {
  const { year, metrics } = overview;
  const known = metrics.flatMap(({ headline: { point }, figures: { metric } }): Item[] =>
    point.value === null ? [] : [{ metric, point: { ...point, value: point.value } }],
  );
  if (known.length === 0)
    return joinSentences([m.word_summary_none({ year: String(year) }, { locale })], locale);

  const named = known.toSorted((a, b) => rank(a.point) - rank(b.point)).slice(0, MOST_NAMED);
  const list = joinClauses(
    named.map((item) => clauseOf(item, locale)),
    locale,
  );
  const missing = metrics.length - known.length;
  return joinSentences(
    [
      lead(named, year, list, locale),
      missing > 0 ? m.word_summary_missing({ n: missing }, { locale }) : '',
    ],
    locale,
  );
}

const isCompared = (point: Point) => point.change.value !== null && !point.change.mixed;

const rank = (point: Point) => (point.sample ? 2 : 0) + (isCompared(point) ? 0 : 1);

function lead(named: Item[], year: number, list: string, locale: Locale): string {
  if (named.some(({ point }) => isCompared(point)))
    return m.word_summary_compared(
      { year: String(year), previous: String(year - 1), list },
      { locale },
    );
  const when = named.some(({ point }) => point.yearToDate) ? 'to_date' : 'year';
  return m.word_summary_plain({ when, year: String(year), list }, { locale });
}

/** "Projects signed fell by 3 to 20 (down 13%)", with what must be known of it in brackets. */
function clauseOf({ metric, point }: Item, locale: Locale): string {
  const name = textOf(metric.names, locale);
  const value = valueAsPredicate(point, metric, locale);
  const previous = String(point.year - 1);
  const change = readChange(point, metric, locale);
  const mixed = mixedWords(point, locale);
  const asides: string[] = [];
  let text = m.word_summary_value({ name, value }, { locale });
  if ('reason' in change)
    asides.push(m.word_uncompared({ reason: change.reason, previous }, { locale }));
  else if (mixed !== null) asides.push(mixed);
  else
    text = m.word_summary_change(
      {
        direction: change.direction,
        percent_is: change.percentIs,
        name,
        value,
        change: change.amount,
        percent: change.percent,
      },
      { locale },
    );
  if (point.sample) asides.push(markName('sample', locale));
  if (point.status === 'E' || point.status === 'P') asides.push(markName(point.status, locale));
  const aside = joinClauses(asides, locale);
  return aside === '' ? text : m.word_aside({ text, aside }, { locale });
}
