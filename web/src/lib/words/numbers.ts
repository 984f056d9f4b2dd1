import type { Qualifier } from '$schema/vocabulary.ts';
import * as m from '$lib/paraglide/messages.js';
import { intlTag, type Locale } from './locale.ts';

/** From here on a tile shows a number in short ("120k", "12万"). */
const compactFrom = 100_000;
const tickCompactFrom = 10_000;
const percentDecimals = 1;
const formats = new Map<string, Intl.NumberFormat>();

/** Making an Intl.NumberFormat costs more than a chart; so each is made once. */
function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(intlTag(locale), options)));
  return format;
}

/** "At least" must stay true when digits are dropped: a lower bound is never rounded up. */
const rounding = (qualifier: Qualifier | null | undefined) =>
  qualifier === 'at_least' ? ('floor' as const) : ('halfExpand' as const);

const places = (decimals: number) => Math.min(20, Math.max(0, Math.trunc(decimals) || 0));

/** The sign of print, U+2212, in place of the hyphen. */
const print = (text: string) => text.replace('-', '\u2212');

/** The number in full, with the decimals of its metric and the language's grouping. */
export function formatNumber(
  value: number,
  decimals: number,
  locale: Locale,
  qualifier?: Qualifier | null,
): string {
  const digits = places(decimals);
  const format = numberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    roundingMode: rounding(qualifier),
    signDisplay: 'negative',
  });
  return print(format.format(value));
}

/** In short from 100 000 on, for tiles only; in full below. */
export function formatCompact(
  value: number,
  decimals: number,
  locale: Locale,
  qualifier?: Qualifier | null,
): string {
  if (Math.abs(value) < compactFrom) return formatNumber(value, decimals, locale, qualifier);
  const format = numberFormat(locale, {
    notation: 'compact',
    maximumFractionDigits: 1,
    roundingMode: rounding(qualifier),
    signDisplay: 'negative',
  });
  return print(format.format(value));
}

/** A value of an axis, in short from 10 000 on: "1.2m", "120万". */
export function formatTick(value: number, locale: Locale): string {
  const isShort = Math.abs(value) >= tickCompactFrom;
  const format = numberFormat(locale, {
    notation: isShort ? 'compact' : 'standard',
    maximumFractionDigits: isShort ? 2 : 6,
    signDisplay: 'negative',
  });
  return print(format.format(value));
}

/** A change with its sign: "+3", "−3", "0". */
export function formatSigned(value: number, decimals: number, locale: Locale): string {
  const digits = places(decimals);
  const format = numberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'exceptZero',
  });
  return print(format.format(value));
}

/** @param value in per cent: 21.43 gives "21.4%" */
export function formatPercent(value: number, locale: Locale, qualifier?: Qualifier | null): string {
  const format = numberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: percentDecimals,
    roundingMode: rounding(qualifier),
    signDisplay: 'negative',
  });
  return print(format.format(value / 100));
}

/** The size of a percentage in a sentence: one too small to print is "less than 0.1%", never "0%". */
export function percentInWords(
  value: number,
  locale: Locale,
  qualifier?: Qualifier | null,
): string {
  const size = Math.abs(value);
  const least = 10 ** -percentDecimals;
  if (size > 0 && size < least)
    return m.word_less_than({ value: formatPercent(least, locale) }, { locale });
  return formatPercent(size, locale, qualifier);
}
