import type { RegisterCounts, ReleaseRef } from '$schema/answers.ts';
import type { OrganisationChangesAnswer, RecordChangesAnswer } from '$schema/register/changes.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import { take, type api } from './client.ts';

/** Entries of one page. */
const PAGE = '50';

/**
 * What a release changed of the register: of records and of organisations one page each. A list that a reader pages on
 * with stands alone; one of nothing is not asked for.
 * @param params `records` or `organisations`: where the page begins
 */
export async function readRegisterChanges(
  client: ReturnType<typeof api>,
  { release, register }: { release: ReleaseRef; register: RegisterCounts },
  params: URLSearchParams,
  locale: Locale,
): Promise<{
  records: RecordChangesAnswer | null;
  organisations: OrganisationChangesAnswer | null;
  /** Whether a page behind the first is read. */
  isLater: boolean;
}> {
  const asked = (name: string) => params.get(name) || undefined;
  const [records, organisations] = [asked('records'), asked('organisations')];
  const isLater = records !== undefined || organisations !== undefined;
  const isShown = (what: 'records' | 'organisations', after: string | undefined) =>
    after !== undefined ||
    (!isLater && !params.has('after') && Object.values(register[what]).some((count) => count > 0));
  const param = { n: String(release.n) };
  const { changes } = client.releases[':n'];
  const query = (after: string | undefined) => ({ limit: PAGE, ...(after && { after }) });
  const [ofRecords, ofOrganisations] = await Promise.all([
    isShown('records', records)
      ? take(changes.records.$get({ param, query: query(records) }), locale)
      : null,
    isShown('organisations', organisations)
      ? take(changes.organisations.$get({ param, query: query(organisations) }), locale)
      : null,
  ]);
  return { records: ofRecords, organisations: ofOrganisations, isLater };
}
