import type { Locale } from '$lib/paraglide/runtime.js';
import { hear, staffApi } from '$lib/staff/client.ts';
import { tellProblem } from '$lib/staff/problem.ts';
import type { CatalogueContents } from '$schema/staff/catalogue.ts';
import type { CountPreview } from '$schema/staff/count-preview.ts';
import * as m from '$messages';

type How = CatalogueContents['count'];

/** How a metric counts records, as a sentence. */
export const howInWords = ({ kind, role, landed }: How, locale: Locale): string =>
  m.rchg_count_how(
    {
      what: role === null ? 'records' : 'parties',
      landed: landed ? 'yes' : 'no',
      kind: m.rchg_count_kind({ kind }, { locale }),
      role: role === null ? '' : m.party_role({ role }, { locale }),
    },
    { locale },
  );

/** What that would count of each year, or in words why it is not known. */
export async function readCounts(
  { kind, role, landed }: How,
  locale: Locale,
): Promise<CountPreview['years'] | string> {
  const api = staffApi({ fetch, url: new URL(location.href) });
  const query = {
    kind,
    ...(role !== null && { role }),
    ...(landed && { landed: 'true' as const }),
  };
  const outcome = await hear(api.catalogue.counts.$get({ query }));
  return outcome.ok ? outcome.body.years : tellProblem(outcome.problem, locale);
}
