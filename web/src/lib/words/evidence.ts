import type { EvidenceAnswer } from '$schema/register/answers.ts';
import * as m from '$lib/paraglide/messages.js';
import type { Locale } from './locale.ts';
import { formatNumber } from './numbers.ts';

/** By how much a figure and the register differ, and why, as a sentence. */
export function evidenceSentence(
  { figure, counted }: Pick<EvidenceAnswer, 'figure' | 'counted'>,
  locale: Locale,
): string {
  const count = formatNumber(counted, 0, locale);
  const reported = figure?.value ?? null;
  if (figure?.sample) return m.evidence_sample({}, { locale });
  if (reported === null) return m.evidence_no_figure({ count }, { locale });
  const value = formatNumber(reported, 0, locale);
  if (counted > reported) return m.evidence_more({ count, value }, { locale });
  if (figure!.qualifier !== 'exact') return m.evidence_at_least({ count, value }, { locale });
  if (counted === reported) return m.evidence_equal({ count }, { locale });
  const rest = formatNumber(reported - counted, 0, locale);
  return m.evidence_fewer({ count, value, rest }, { locale });
}
