import type { Metric, Point } from '$schema/answers.ts';
import * as m from '$lib/paraglide/messages.js';
import { mixedWords, readChange } from './changes.ts';
import type { Locale } from './locale.ts';
import { textOf } from './text.ts';
import { valueAsPredicate } from './values.ts';

/**
 * What can honestly be said of a metric in one year, without a full stop:
 * "Agreements signed reached at least 17 in 2024 (not known for 2023)".
 * A change is said only where the API gives one; where it gives none, the reason is said.
 */
export function yearStatement(metric: Metric, point: Point, locale: Locale): string {
  const name = textOf(metric.names, locale);
  const year = String(point.year);
  const previous = String(point.year - 1);
  if (point.value === null) return m.word_said_nothing({ name, year }, { locale });

  const change = readChange(point, metric, locale);
  const unsaid =
    'reason' in change
      ? m.word_uncompared({ reason: change.reason, previous }, { locale })
      : mixedWords(point, locale);
  if ('reason' in change || unsaid !== null) {
    const text = valueStatement(metric, point, locale);
    return m.word_aside({ text, aside: unsaid ?? '' }, { locale });
  }
  const value = valueAsPredicate({ ...point, value: point.value }, metric, locale);
  return m.word_said_change(
    {
      direction: change.direction,
      percent_is: change.percentIs,
      name,
      value,
      year,
      previous,
      change: change.amount,
      percent: change.percent,
    },
    { locale },
  );
}

/** The value alone, not compared with anything: "Agreements signed reached at least 17 in 2024". */
export function valueStatement(metric: Metric, point: Point, locale: Locale): string {
  const name = textOf(metric.names, locale);
  const year = String(point.year);
  if (point.value === null) return m.word_said_nothing({ name, year }, { locale });
  const value = valueAsPredicate({ ...point, value: point.value }, metric, locale);
  const when = point.yearToDate ? 'to_date' : 'year';
  return m.word_said_value(
    { when, zero: point.value === 0 ? 'yes' : 'no', name, value, year },
    { locale },
  );
}

/** What kind of figure it is, in sentences of their own; nothing for a normal one. */
export function qualityNotes(point: Point, locale: Locale): string[] {
  if (point.value === null) return [];
  const kinds = [point.sample ? 'sample' : null, point.status].filter(
    (kind) => kind === 'sample' || kind === 'E' || kind === 'P',
  );
  return kinds.map((kind) => m.word_quality({ kind }, { locale }));
}
