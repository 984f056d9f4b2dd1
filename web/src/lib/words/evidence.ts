import type { Comparison } from '$schema/register/answers.ts';
import * as m from '$lib/paraglide/messages.js';
import { runOn } from './lists.ts';
import type { Locale } from './locale.ts';
import { formatNumber } from './numbers.ts';

type Compared = Omit<Comparison, 'year' | 'member'>;

/** By how much a figure and the register differ, and why, in a sentence or two. */
export function evidenceSentence(found: Compared, locale: Locale): string {
  return runOn([evidenceStatement(found, locale), ...reasons(found, locale)], locale);
}

/** The first sentence of it: the two numbers, and their difference. */
export function evidenceStatement(
  { figure, counted, relation, difference }: Compared,
  locale: Locale,
): string {
  const numbers = {
    count: formatNumber(counted, 0, locale),
    value: formatNumber(figure?.value ?? 0, 0, locale),
    rest: formatNumber(difference ?? 0, 0, locale),
  };
  const say = (message: (inputs: typeof numbers, options: { locale: Locale }) => string) =>
    message(numbers, { locale });
  if (relation === 'sample') return say(counted ? m.evid_sample_beside : m.evidence_sample);
  if (relation === 'no_figure') return say(counted ? m.evidence_no_figure : m.evid_neither);
  switch (figure?.qualifier) {
    case 'at_least':
      if (relation === 'equal') return say(m.evidence_at_least);
      return say(relation === 'more' ? m.evid_bound_more : m.evid_bound_fewer);
    case 'about':
      if (relation === 'equal') return say(m.evid_about_equal);
      return say(relation === 'more' ? m.evid_about_more : m.evid_about_fewer);
    default:
      if (relation === 'equal') return say(counted ? m.evidence_equal : m.evid_none_of_none);
      if (relation === 'fewer') return say(m.evidence_fewer);
      return say(figure?.yearToDate ? m.evid_more_to_date : m.evid_more);
  }
}

/** What explains a difference, as far as the figure itself tells. */
function reasons(
  { figure, openEnded, partsMissing, relation }: Compared,
  locale: Locale,
): string[] {
  if (!figure || relation === 'sample' || relation === 'no_figure') return [];
  const { qualifier, status, yearToDate } = figure;
  return [
    ...(openEnded && qualifier === 'at_least' ? [m.evid_open_ended({}, { locale })] : []),
    ...(partsMissing && qualifier === 'at_least' ? [m.evid_parts_missing({}, { locale })] : []),
    ...(status === 'E' ? [m.evid_estimated({}, { locale })] : []),
    ...(status === 'P' ? [m.evid_provisional({}, { locale })] : []),
    ...(yearToDate ? [m.evid_to_date({}, { locale })] : []),
  ];
}
