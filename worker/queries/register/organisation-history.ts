import { and, asc, eq, lte } from 'drizzle-orm';
import type { OrganisationAnswer } from '../../../schema/register/answers.ts';
import { organisation } from '../../../schema/tables.ts';
import type { Db } from '../../db.ts';
import { listMoments } from '../../figures/versions.ts';
import type { Sample } from '../record.ts';
import { dateMoments, MOST_VERSIONS } from './history.ts';
import { toOrganisation } from './organisations.ts';

/** What each release up to `n` made of an organisation, the newest of them. */
export async function readOrganisationHistory(
  db: Db,
  n: number,
  id: string,
  sample: Sample,
): Promise<Pick<OrganisationAnswer, 'history' | 'earlier'>> {
  const rows = await db
    .select()
    .from(organisation)
    .where(
      and(
        eq(organisation.id, id),
        lte(organisation.firstRelease, n),
        sample === 'exclude' ? eq(organisation.sample, false) : undefined,
      ),
    )
    .orderBy(asc(organisation.firstRelease));
  const told = rows.slice(-MOST_VERSIONS);
  const history = (await dateMoments(db, listMoments(told))).map(({ release, row }) => ({
    release,
    reason: release.reason,
    organisation: row && toOrganisation(row),
  }));
  return { history, earlier: rows.length > told.length };
}
