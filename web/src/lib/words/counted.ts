import type { Localised } from '$schema/vocabulary.ts';
import * as m from '$lib/paraglide/messages.js';
import type { Locale } from './locale.ts';
import { insideSentence, textOf } from './text.ts';

/** What a chart counts: "Agreements signed by domain", or the name alone. */
export function countedIn(
  metric: { names: Localised; breakdown: { names: Localised } | null },
  by: 'total' | 'members',
  locale: Locale,
): string {
  const name = textOf(metric.names, locale);
  const breakdown = by === 'members' ? textOf(metric.breakdown?.names, locale) : '';
  if (breakdown === '') return name;
  return m.chart_by({ name, breakdown, breakdown_inside: insideSentence(breakdown) }, { locale });
}
