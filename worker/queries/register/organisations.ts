import { and, desc, eq, sql } from 'drizzle-orm';
import type { Organisation } from '../../../schema/register/answers.ts';
import { organisationIndex } from '../../../schema/register/index-tables.ts';
import type { OrganisationKind } from '../../../schema/register/words.ts';
import { organisation } from '../../../schema/tables.ts';
import type { Db } from '../../db.ts';
import type { Sample } from '../record.ts';
import { publicAt } from '../window.ts';
import { comesAfter, matchExpression } from './match.ts';
import { cutPage, type Page } from './records.ts';

type OrganisationRow = typeof organisation.$inferSelect;

/** An organisation as answers tell of it. */
export const toOrganisation = ({
  firstRelease: _,
  lastRelease: __,
  rank: ___,
  ...row
}: OrganisationRow): Organisation => row;

/** The organisation of this id in release `n`, or null. */
export async function findOrganisation(
  db: Db,
  n: number,
  id: string,
): Promise<Organisation | null> {
  const [row] = await db
    .select()
    .from(organisation)
    .where(and(eq(organisation.id, id), publicAt(organisation, n)));
  return row ? toOrganisation(row) : null;
}

/** The organisations of release `n` that a reader looks for, the newest entries first. */
export async function findOrganisations(
  db: Db,
  n: number,
  asked: {
    q?: string | undefined;
    kind?: OrganisationKind | undefined;
    country?: string | undefined;
    sample: Sample;
  },
  page: Page,
): Promise<{ organisations: Organisation[]; next: string | null }> {
  const { q, sample, kind, country } = asked;
  const facets = [
    ['kind', kind],
    ['country', country],
  ] as const;
  const expression = matchExpression({ q, sample, n, facets });
  if (expression === null) return { organisations: [], next: null };
  const after = comesAfter(organisationIndex.rank, page.after);
  const found = await db
    .select({ row: organisation })
    .from(organisationIndex)
    .innerJoin(organisation, eq(organisation.rank, organisationIndex.rank))
    .where(and(sql`${organisationIndex} match ${expression}`, after, publicAt(organisation, n)))
    .orderBy(desc(organisationIndex.rank))
    .limit(page.limit + 1);
  const { rows, next } = cutPage(
    found.map(({ row }) => row),
    page.limit,
  );
  return { organisations: rows.map(toOrganisation), next };
}
