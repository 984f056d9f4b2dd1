import { and, desc, eq, isNull, notExists, sql, type SQL } from 'drizzle-orm';
import type { z } from '@hono/zod-openapi';
import { organisationIndex, recordIndex } from '../../../../schema/register/index-tables.ts';
import type { FacetKind } from '../../../../schema/register/search-terms.ts';
import type {
  OrganisationContent,
  organisationsListQuery,
  OrganisationsListAnswer,
  RecordContent,
  recordsListQuery,
  RecordsListAnswer,
  RegisterContent,
} from '../../../../schema/staff/register.ts';
import { registerDraft } from '../../../../schema/staff/tables.ts';
import type { RegisterKind } from '../../../../schema/staff/words.ts';
import { organisation, record, release } from '../../../../schema/tables.ts';
import { comesAfter, matchExpression } from '../../register/match.ts';
import { cutPage } from '../../register/records.ts';
import type { StaffDb } from '../open.ts';
import { readStates, type RegisterState } from './entries.ts';
import { findDrafts } from './find-drafts.ts';
import { hasNoDraft } from './naming.ts';

type Facets = readonly (readonly [FacetKind, string | number | undefined])[];
type Asked = { q?: string | undefined; facets: Facets; pending: boolean };
type Page = { limit: number; after?: number | undefined };

/** The records that a member of the staff looks for, newest first: what waits in place of what is public. */
export async function listRecordEntries(
  db: StaffDb,
  { q, pending, limit, after, ...facets }: z.infer<typeof recordsListQuery>,
): Promise<RecordsListAnswer> {
  const asked = { q, facets: Object.entries(facets) as never, pending: pending !== undefined };
  const { states, next } = await findStates(db, 'record', asked, { limit, after });
  return {
    records: states.map((state) => {
      const content = shownOf(state) as RecordContent;
      const { kind, year, date, titles, breakdown, member, stage, parties } = content;
      const said = { kind, year, date, titles, breakdown, member, stage };
      return { key: state.key, ...said, parties: parties.length, ...stateOf(state) };
    }),
    next,
  };
}

/** The first records that are found, newest first, with all that they say. */
export const findRecordStates = async (
  db: StaffDb,
  asked: { q?: string | undefined; facets: object },
  limit: number,
): Promise<RegisterState[]> => {
  const facets = Object.entries(asked.facets) as never;
  const found = { q: asked.q, facets, pending: false };
  return (await findStates(db, 'record', found, { limit })).states;
};

/** The same of organisations, the newest entries first. */
export async function listOrganisationEntries(
  db: StaffDb,
  { q, kind, country, pending, limit, after }: z.infer<typeof organisationsListQuery>,
): Promise<OrganisationsListAnswer> {
  const facets = [
    ['kind', kind],
    ['country', country],
  ] as const;
  const asked = { q, facets, pending: pending !== undefined };
  const { states, next } = await findStates(db, 'organisation', asked, { limit, after });
  return {
    organisations: states.map((state) => {
      const content = shownOf(state) as OrganisationContent;
      const { names, country, kind, inferred } = content;
      return { id: state.key, names, country, kind, inferred, ...stateOf(state) };
    }),
    next,
  };
}

/** What an entry is shown by: of what shall be withdrawn, that which is public. */
const shownOf = ({ content, published }: RegisterState): RegisterContent => (content ?? published)!;

const stateOf = ({ pending, content, published, sample }: RegisterState) => ({
  pending,
  sample,
  withdrawn: pending && content === null,
  isNew: published === null,
});

async function findStates(
  db: StaffDb,
  kind: RegisterKind,
  asked: Asked,
  page: Page,
): Promise<{ states: RegisterState[]; next: string | null }> {
  const limit = page.limit + 1;
  const { q, facets } = asked;
  const [drafts, rows] = await Promise.all([
    findDrafts(db, { kind, q, facets, after: page.after, limit }),
    asked.pending ? [] : findPublished(db, kind, asked, { limit, after: page.after }),
  ]);
  const found = [...drafts.map(({ key, rank }) => ({ key, rank })), ...rows];
  const all = found.toSorted((a, b) => b.rank - a.rank);
  const cut = cutPage(all, page.limit);
  const states = await readStates(
    db,
    kind,
    cut.rows.map(({ key }) => key),
  );
  return { states: cut.rows.map(({ key }) => states.get(key)!), next: cut.next };
}

/** What is public in the newest release, also one that waits, and has no draft. */
export async function findPublished(
  db: StaffDb,
  kind: RegisterKind,
  { q, facets }: Pick<Asked, 'q' | 'facets'>,
  { limit, after }: Page,
): Promise<{ key: string; rank: number }[]> {
  const [newest] = await db
    .select({ n: release.n })
    .from(release)
    .orderBy(desc(release.n))
    .limit(1);
  const expression = matchExpression({ q, facets, n: newest?.n ?? 0, sample: 'include' });
  if (expression === null || !newest) return [];
  const place = kind === 'record' ? recordPlace : organisationPlace;
  const { index, table } = place;
  return await db
    .select({ key: table.id, rank: table.rank })
    .from(index)
    .innerJoin(table, eq(table.rank, index.rank))
    .where(
      and(
        sql`${index} match ${expression}`,
        comesAfter(index.rank, after),
        isNull(table.lastRelease),
        kind === 'record' ? hasNoDraft(db) : organisationHasNoDraft(db),
      ),
    )
    .orderBy(desc(index.rank))
    .limit(limit);
}

const recordPlace = { index: recordIndex, table: record } as const;
const organisationPlace = { index: organisationIndex, table: organisation } as const;

const organisationHasNoDraft = (db: StaffDb): SQL =>
  notExists(
    db
      .select({ one: sql`1` })
      .from(registerDraft)
      .where(
        and(
          eq(registerDraft.kind, 'organisation'),
          eq(registerDraft.key, organisation.id),
          isNull(registerDraft.release),
        ),
      ),
  );
