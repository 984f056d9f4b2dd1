import type { Headline, Metric } from '$schema/answers.ts';
import * as m from '$lib/paraglide/messages.js';
import { withAsides } from './lists.ts';
import type { Locale } from './locale.ts';
import { formatPercent } from './numbers.ts';
import { valueInWords } from './values.ts';

type Outcome = 'reached' | 'reached_to_date' | 'missed' | 'so_far' | 'open' | 'of' | 'plain';

/**
 * What is known of a target: "The target of 20 signings was reached (105%)". Without a full stop; empty without a target.
 * Below it, a lower bound leaves open whether it was reached, and nothing is "not reached" before its year is over.
 */
export function reachedStatement(headline: Headline, metric: Metric, locale: Locale): string {
  const { target, progress, point } = headline;
  if (target === null) return '';
  const outcome = outcomeOf(headline, metric);
  const value = valueInWords({ value: target.value, qualifier: null }, metric, locale);
  const percent = percentOf(headline, locale);
  const year = String(target.year);
  const text = m.ytxt_target({ outcome, target: value, percent, year }, { locale });
  const asides = isSaidOutright(outcome) ? [m.ytxt_target_percent({ percent }, { locale })] : [];
  if (target.sample || (progress.sample && !point.sample))
    asides.push(m.ytxt_target_sample({}, { locale }));
  return withAsides(text, asides, locale);
}

/** Whether a sentence says that a target was reached, or not, and gives its percentage in brackets. */
const isSaidOutright = (outcome: Outcome): boolean =>
  outcome === 'reached' || outcome === 'reached_to_date' || outcome === 'missed';

function outcomeOf({ target, progress, point }: Headline, { direction }: Metric): Outcome {
  if (target === null || progress.value === null || point.value === null) return 'plain';
  const isOver = !point.yearToDate;
  // Where less is better, or neither, a number above the target is no success.
  if (direction !== 'up') return 'of';
  if (point.qualifier === 'about') return isOver ? 'of' : 'so_far';
  if (point.value >= target.value) return isOver ? 'reached' : 'reached_to_date';
  if (!isOver) return 'so_far';
  return point.qualifier === 'at_least' ? 'open' : 'missed';
}

/** What falls short of a target is never rounded up to it. */
function percentOf({ target, progress, point }: Headline, locale: Locale): string {
  if (target === null || progress.value === null || point.value === null) return '';
  const isShort = point.value < target.value;
  const rounded = isShort ? 'at_least' : progress.qualifier;
  const value = formatPercent(progress.value, locale, rounded);
  return m.word_qualified({ qualifier: progress.qualifier ?? 'exact', value }, { locale });
}
