import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import {
  facet,
  searchExpression,
  type FacetKind,
} from '../../../../schema/register/search-terms.ts';
import { registerDraftIndex } from '../../../../schema/staff/register-index-tables.ts';
import { registerDraft } from '../../../../schema/staff/tables.ts';
import type { RegisterKind } from '../../../../schema/staff/words.ts';
import { comesAfter } from '../../register/match.ts';
import type { StaffDb } from '../open.ts';

type Value = string | number;

/** What a draft has to have. */
export interface AskedDrafts {
  kind: RegisterKind;
  q?: string | undefined;
  /** A list: one of these; an empty one: any. */
  facets?: readonly (readonly [FacetKind, Value | readonly Value[] | undefined])[];
  after?: number | undefined;
  limit: number;
}

/** The drafts that wait for the next release and have all of that, newest first: reads as many as it finds. */
export async function findDrafts(
  db: StaffDb,
  { kind, q, facets = [], after, limit }: AskedDrafts,
): Promise<(typeof registerDraft.$inferSelect)[]> {
  const words = q === undefined ? [] : searchExpression(q);
  if (words === null) return [];
  const has = [['pending', kind] as const, ...facets].flatMap(([of, value]) =>
    value === undefined ? [] : oneOf(of, [value].flat()),
  );
  const expression = [...has, ...[words].flat()].map((part) => `(${part})`).join(' AND ');
  return await db
    .select(getTableColumns(registerDraft))
    .from(registerDraftIndex)
    .innerJoin(registerDraft, eq(registerDraft.rank, registerDraftIndex.rank))
    .where(
      and(
        sql`${registerDraftIndex} match ${expression}`,
        comesAfter(registerDraftIndex.rank, after),
      ),
    )
    .orderBy(desc(registerDraftIndex.rank))
    .limit(limit);
}

const oneOf = (of: FacetKind, values: readonly Value[]): string[] =>
  values.length === 0 ? [] : [values.map((value) => `facets : "${facet(of, value)}"`).join(' OR ')];
