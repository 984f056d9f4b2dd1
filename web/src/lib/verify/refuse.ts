import type { Centre } from '$schema/answers.ts';
import type { Verification } from '$schema/verify/answers.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import { formatDate } from '$lib/words/dates.ts';
import { textOf } from '$lib/words/text.ts';
import * as m from '$messages';

/** The status and the warning of a code that does not lead to figures. */
export function refuseCode(
  found: Exclude<Verification, { verdict: 'published' }>,
  centre: Centre | null,
  locale: Locale,
): [number, App.Error] {
  const name = textOf(centre?.names, locale) || m.product_name({}, { locale });
  if (found.verdict === 'unknown') {
    const message = m.verify_unknown({ centre: name }, { locale });
    return [404, { message, code: 'code_unknown' }];
  }
  const { n, publishedAt } = found.release;
  const date = formatDate(publishedAt, locale, centre?.timeZone ?? 'UTC');
  const message = m.verify_differs({ centre: name, n, date }, { locale });
  return [409, { message, code: 'figures_differ' }];
}
