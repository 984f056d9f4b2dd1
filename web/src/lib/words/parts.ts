import type { Metric, MetricFigures, Point } from '$schema/answers.ts';
import { isRetired, NOT_BROKEN_DOWN } from '$schema/vocabulary.ts';
import * as m from '$lib/paraglide/messages.js';
import { joinClauses, joinList, withAsides } from './lists.ts';
import type { Locale } from './locale.ts';
import { markName } from './marks.ts';
import { formatNumber, formatPercent } from './numbers.ts';
import { insideSentence, textOf } from './text.ts';
import { unitFor } from './units.ts';

type Known = Point & { value: number };

/** The parts of a metric in one year: those with a figure, and the names of those that are not reported. */
export interface Parts {
  known: { id: string; name: string; point: Known }[];
  missing: string[];
  /** Whether every part, and the total, is the same kind of figure: all samples, or all estimates. */
  alike: boolean;
}

/** Null where the figures are of no parts. A part that is retired by the year is not missing. */
export function partsOf(figures: MetricFigures, total: Point, locale: Locale): Parts | null {
  const { metric, series } = figures;
  if (!metric.breakdown || figures.by !== 'members') return null;
  const known: Parts['known'] = [];
  const missing: string[] = [];
  for (const { member, points } of series) {
    const point = points.find(({ year }) => year === total.year);
    if (member === null || !point) continue;
    const found = metric.breakdown.members.find(({ id }) => id === member);
    const name = insideSentence(textOf(found?.names, locale) || member);
    const { value } = point;
    if (value !== null && (found || value !== 0))
      known.push({ id: member, name, point: { ...point, value } });
    else if (value === null && found && !isRetired(found, total.year)) missing.push(name);
  }
  const same = known.every(({ point }) => kindsOf(point).join() === kindsOf(total).join());
  return { known, missing, alike: known.length > 0 && total.value !== null && same };
}

/** The kinds of a figure that is not a normal one. */
export const kindsOf = ({ sample, status }: Point): ('sample' | 'E' | 'P')[] => [
  ...(sample ? (['sample'] as const) : []),
  ...(status === 'E' || status === 'P' ? [status] : []),
];

/**
 * "By domain: technology transfer at least 5, biomedicine at least 8 and intellectual property at least 4; not
 * reported: other". Without a full stop; empty where there is nothing to say.
 */
export function partsStatement(parts: Parts, metric: Metric, total: Point, locale: Locale): string {
  const breakdown = insideSentence(textOf(metric.breakdown?.names, locale));
  if (parts.known.length === 0)
    return total.value === null || total.value === 0
      ? ''
      : m.ytxt_parts_none({ breakdown }, { locale });
  const items = parts.known.map(({ id, name, point }) => {
    const value = amountOf(point, metric, total, locale);
    const isRest = id === NOT_BROKEN_DOWN;
    const text = (isRest ? m.ytxt_part_rest : m.ytxt_part)({ name, value }, { locale });
    const asides = parts.alike ? [] : kindsOf(point).map((kind) => markName(kind, locale));
    return { isRest, text: withAsides(text, asides, locale) };
  });
  const named = items.filter(({ isRest }) => !isRest).map(({ text }) => text);
  const clauses = [
    ...(named.length > 0 ? [joinList(named, locale)] : []),
    ...items.filter(({ isRest }) => isRest).map(({ text }) => text),
    ...(parts.missing.length > 0
      ? [m.ytxt_parts_missing({ list: joinList(parts.missing, locale) }, { locale })]
      : []),
  ];
  return m.ytxt_parts({ breakdown, list: joinClauses(clauses, locale) }, { locale });
}

/** In a list behind a total the unit is known, and a language may leave it out. */
function amountOf(point: Known, metric: Metric, total: Point, locale: Locale): string {
  const number = formatNumber(point.value, metric.decimals, locale, point.qualifier);
  const unit = unitFor(metric.units, point.value, locale);
  const amount = total.value === null ? m.word_amount_with_unit : m.word_change_amount;
  const value = amount({ number, unit }, { locale }).trim();
  return m.word_qualified({ qualifier: point.qualifier ?? 'exact', value }, { locale });
}

/**
 * "The largest part by domain was biomedicine, with 47.1% of the total". Said only where every part has an exact share,
 * all are the same kind of figure, nothing is missing or not broken down, and one part alone is the largest.
 */
export function largestStatement(
  { known, missing, alike }: Parts,
  metric: Metric,
  total: Point,
  locale: Locale,
): string {
  const isFirm = ({ share }: Point) => share.value !== null && share.qualifier === 'exact';
  if (!alike || missing.length > 0 || known.length < 2) return '';
  if (!known.every(({ id, point }) => id !== NOT_BROKEN_DOWN && isFirm(point))) return '';
  const [first, second] = known.toSorted((a, b) => b.point.value - a.point.value);
  if (!first || first.point.value === second?.point.value) return '';
  return m.ytxt_largest(
    {
      when: total.yearToDate ? 'to_date' : 'year',
      breakdown: insideSentence(textOf(metric.breakdown?.names, locale)),
      name: first.name,
      percent: formatPercent(first.point.share.value ?? 0, locale),
    },
    { locale },
  );
}
