import type { Metric, MetricFigures } from '$schema/answers.ts';
import * as m from '$lib/paraglide/messages.js';
import type { Locale } from '$lib/words/locale.ts';
import { textOf } from '$lib/words/text.ts';
import { valueInWords } from '$lib/words/values.ts';
import type { Annotation } from './types.ts';

/** Why a series breaks in a year, as a line of its own. */
export function breakLabel(found: Metric['breaks'][number], locale: Locale): string {
  const year = String(found.year);
  const reason = textOf(found.reasons, locale);
  return reason === ''
    ? m.chart_break_plain({ year }, { locale })
    : m.chart_break({ year, reason }, { locale });
}

/** Breaks and, where they can be compared with what is drawn, targets of the years shown. */
export function annotationsOf(
  { metric, targets }: Pick<MetricFigures, 'metric' | 'targets'>,
  years: readonly number[],
  withTargets: boolean,
  locale: Locale,
): Annotation[] {
  const shown = withTargets ? targets.filter(({ year }) => years.includes(year)) : [];
  return [
    ...metric.breaks
      .filter(({ year }) => years.includes(year))
      .map((found) => ({
        kind: 'break' as const,
        year: found.year,
        value: null,
        label: breakLabel(found, locale),
        sample: false,
      })),
    ...shown.map(({ year, value, sample }) => {
      const words = valueInWords({ value, qualifier: null }, metric, locale);
      const text = m.chart_target({ year: String(year), value: words }, { locale });
      const aside = m.word_sample({}, { locale });
      const label = sample ? m.word_aside({ text, aside }, { locale }) : text;
      return { kind: 'target' as const, year, value, label, sample };
    }),
  ];
}
