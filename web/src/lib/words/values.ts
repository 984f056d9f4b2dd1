import type { Metric } from '$schema/answers.ts';
import type { Qualifier } from '$schema/vocabulary.ts';
import * as m from '$lib/paraglide/messages.js';
import type { Locale } from './locale.ts';
import { formatCompact, formatNumber } from './numbers.ts';
import { textOf } from './text.ts';
import { nameSaysUnit, unitFor } from './units.ts';

type Counted = Pick<Metric, 'names' | 'units' | 'decimals'>;
type Known = { value: number; qualifier: Qualifier | null };
type Figure = { value: number | null; qualifier: Qualifier | null };

const qualifierOf = (figure: Figure): Qualifier => figure.qualifier ?? 'exact';

/** For tables and charts: "≥17"; "not reported" where there is none. */
export function valueShort(figure: Figure, decimals: number, locale: Locale): string {
  if (figure.value === null) return m.word_not_reported({}, { locale });
  const value = formatNumber(figure.value, decimals, locale, figure.qualifier);
  return m.word_qualified_short({ qualifier: qualifierOf(figure), value }, { locale });
}

export type TileValue = {
  /** "≥17", large numbers in short; "not reported" where there is none. */
  text: string;
  /** The unit beside it; empty where there is no value. */
  unit: string;
  /** The whole number with its unit, where the text shortens it. */
  exact: string | null;
  missing: boolean;
};

/** For tiles: the number and its unit apart, since they are set in different sizes. */
export function valueTile(figure: Figure, metric: Counted, locale: Locale): TileValue {
  const { value, qualifier } = figure;
  if (value === null)
    return { text: m.word_not_reported({}, { locale }), unit: '', exact: null, missing: true };
  const short = formatCompact(value, metric.decimals, locale, qualifier);
  const full = formatNumber(value, metric.decimals, locale, qualifier);
  return {
    text: m.word_qualified_short({ qualifier: qualifierOf(figure), value: short }, { locale }),
    unit: unitFor(metric.units, value, locale),
    exact: short === full ? null : valueInWords(figure, metric, locale),
    missing: false,
  };
}

/** In words, with the unit: "at least 17 signings"; "not reported" where there is none. */
export function valueInWords(figure: Figure, metric: Counted, locale: Locale): string {
  if (figure.value === null) return m.word_not_reported({}, { locale });
  const number = formatNumber(figure.value, metric.decimals, locale, figure.qualifier);
  const unit = unitFor(metric.units, figure.value, locale);
  const value = m.word_amount_with_unit({ number, unit }, { locale }).trim();
  return m.word_qualified({ qualifier: qualifierOf(figure), value }, { locale });
}

/** A number after the name of its metric: the unit only where the name does not say it already. */
export function amountAfterName(
  value: number,
  metric: Counted,
  locale: Locale,
  qualifier?: Qualifier | null,
): string {
  const number = formatNumber(value, metric.decimals, locale, qualifier);
  const unit = unitFor(metric.units, value, locale);
  const named = nameSaysUnit(textOf(metric.names, locale), unit) ? 'yes' : 'no';
  return m.word_amount({ named, number, unit }, { locale }).trim();
}

/** What a sentence says of its subject: "at least 17", `不少于17项`, `为17项`. */
export function valueAsPredicate(figure: Known, metric: Counted, locale: Locale): string {
  const value = amountAfterName(figure.value, metric, locale, figure.qualifier);
  return m.word_is({ qualifier: qualifierOf(figure), value }, { locale });
}
