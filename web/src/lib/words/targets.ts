import type { Headline, Metric } from '$schema/answers.ts';
import * as m from '$lib/paraglide/messages.js';
import type { Locale } from './locale.ts';
import { formatPercent } from './numbers.ts';
import { valueInWords } from './values.ts';

/** "Target 20 signings: at least 85% reached"; a sample target is called so. Null without a target. */
export function targetInWords(
  { point, target, progress }: Headline,
  metric: Metric,
  locale: Locale,
): string | null {
  if (target === null) return null;
  const value = valueInWords({ value: target.value, qualifier: null }, metric, locale);
  const plain = m.word_target({ value }, { locale });
  const text =
    progress.value === null
      ? plain
      : m.word_target_progress(
          {
            when: point.yearToDate ? 'to_date' : 'year',
            target: plain,
            percent: m.word_qualified(
              {
                qualifier: progress.qualifier ?? 'exact',
                value: formatPercent(progress.value, locale, progress.qualifier),
              },
              { locale },
            ),
          },
          { locale },
        );
  const isSample = target.sample || progress.sample;
  return isSample ? m.word_aside({ text, aside: m.word_sample({}, { locale }) }, { locale }) : text;
}
