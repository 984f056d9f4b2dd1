import type { Metric, Point } from '$schema/answers.ts';
import type { GapReason, Qualifier } from '$schema/vocabulary.ts';
import * as m from '$lib/paraglide/messages.js';
import type { Locale } from './locale.ts';
import { formatNumber, formatSigned, percentInWords } from './numbers.ts';
import { unitFor } from './units.ts';

export type ReadChange = {
  /** `about_same`: no difference between figures of which one is approximate. */
  direction: 'up' | 'down' | 'same' | 'about_same';
  /** The words of the size without its sign: "3", "about 3", `3次`. */
  amount: string;
  /** The same with its sign: "+3". */
  signed: string;
  /** `zero`: the year before was 0, so there is no percentage. */
  percentIs: 'known' | 'zero' | 'none';
  /** "21.4%", without sign; empty unless known. */
  percent: string;
};

/**
 * The change on the year before, ready for a sentence; or the reason why there is none.
 * A lower bound of a change is a change only where it is above 0.
 */
export function readChange(
  point: Point,
  metric: Pick<Metric, 'units' | 'decimals'>,
  locale: Locale,
): ReadChange | { reason: GapReason } {
  const { value, qualifier, reason } = point.change;
  if (value === null) return { reason: reason ?? 'no_figure' };
  if (qualifier === 'at_least' && value <= 0) return { reason: 'lower_bound' };

  const size = Math.abs(value);
  const number = formatNumber(size, metric.decimals, locale, qualifier);
  const unit = unitFor(metric.units, size, locale);
  const qualified = (text: string, how: Qualifier | null) =>
    m.word_qualified({ qualifier: how ?? 'exact', value: text }, { locale });

  const isZero = Number(value.toFixed(Math.min(20, metric.decimals))) === 0;
  const same = qualifier === 'about' ? 'about_same' : 'same';
  const percent = point.changePercent;
  const known = percent.value !== null;
  // A change too small for the digits of its percentage is still a change.
  const rise = percent.value || (isZero ? 0 : Number.EPSILON);
  return {
    direction: isZero ? same : value > 0 ? 'up' : 'down',
    amount: qualified(m.word_change_amount({ number, unit }, { locale }).trim(), qualifier),
    signed: qualified(formatSigned(value, metric.decimals, locale), qualifier),
    percentIs: known ? 'known' : percent.reason === 'previous_zero' ? 'zero' : 'none',
    percent:
      percent.value === null
        ? ''
        : qualified(percentInWords(rise, locale, percent.qualifier), percent.qualifier),
  };
}

/**
 * Why two figures are not compared of which one is a sample and the other was reported: "only a sample figure for 2023".
 * Their difference is a number, but no change, and nothing in words may call it one. Null where both are of a kind.
 */
export function mixedWords(point: Point, locale: Locale): string | null {
  if (point.change.value === null || !point.change.mixed) return null;
  const previous = String(point.year - 1);
  return (point.sample ? m.word_mixed_sample : m.word_mixed)({ previous }, { locale });
}

export type ChangeWords = {
  /** "+3 on 2023 (up 21.4%)"; where it cannot be said, why: "not known for 2023". */
  text: string;
  /** Null where it cannot be said. */
  direction: 'up' | 'down' | 'same' | null;
  /** "up", "down", "unchanged"; empty where it cannot be said. */
  word: string;
  /** Goes with the word, so that no meaning hangs on a colour; empty where it cannot be said. */
  arrow: '▲' | '▼' | '=' | '';
  /** Good or bad as the metric's direction has it, not as the number grows. */
  tone: 'good' | 'bad' | 'neutral';
  /** Whether it rests on a sample figure; the text says so too. */
  sample: boolean;
};

const arrows = { up: '▲', down: '▼', same: '=' } as const;

/** A change in words for a tile or a table. */
export function changeInWords(point: Point, metric: Metric, locale: Locale): ChangeWords {
  const change = readChange(point, metric, locale);
  const year = String(point.year - 1);
  const unsaid = { direction: null, word: '', arrow: '', tone: 'neutral', sample: false } as const;
  if ('reason' in change)
    return { ...unsaid, text: m.word_change_unknown({ reason: change.reason, year }, { locale }) };
  const mixed = mixedWords(point, locale);
  if (mixed !== null) return { ...unsaid, text: mixed };

  const { direction: found, percentIs, ...inputs } = change;
  const direction = found === 'about_same' ? 'same' : found;
  const text = m.word_change(
    { direction: found, percent_is: percentIs, year, ...inputs },
    { locale },
  );
  return {
    text: point.change.sample
      ? m.word_comma({ first: text, second: m.word_sample({}, { locale }) }, { locale })
      : text,
    direction,
    word: m.word_direction({ direction }, { locale }),
    arrow: arrows[direction],
    tone: toneOf(direction, metric.direction),
    sample: point.change.sample,
  };
}

function toneOf(direction: 'up' | 'down' | 'same', wanted: Metric['direction']) {
  if (direction === 'same' || wanted === 'none') return 'neutral';
  return direction === wanted ? 'good' : 'bad';
}
