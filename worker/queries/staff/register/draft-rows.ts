import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { indexOrganisation, indexRecord } from '../../../../schema/register/index-entries.ts';
import { facet } from '../../../../schema/register/search-terms.ts';
import type {
  OrganisationContent,
  RecordContent,
  RegisterContent,
} from '../../../../schema/staff/register.ts';
import { registerDraftIndex } from '../../../../schema/staff/register-index-tables.ts';
import { registerDraft } from '../../../../schema/staff/tables.ts';
import type { RegisterKind } from '../../../../schema/staff/words.ts';
import { jsonList } from '../../window.ts';
import { insertRows } from '../insert.ts';
import type { StaffDb } from '../open.ts';
import { toOrganisationRow, toPartyRows, toRecordRow } from './rows.ts';

type DraftRow = typeof registerDraft.$inferSelect;

/** A draft, and the content by which it is found: of what shall be withdrawn, that which is public. */
export interface DraftToWrite extends DraftRow {
  shown: RegisterContent;
}

/**
 * What the index of drafts holds of one.
 * @param organisations by id, as the next release will have them
 */
function indexDraft(
  { kind, key, rank, shown }: DraftToWrite,
  organisations: ReadonlyMap<string, OrganisationContent>,
) {
  const pending = facet('pending', kind);
  if (kind === 'organisation') {
    const row = toOrganisationRow(key, shown as OrganisationContent, { n: 0, rank });
    const entry = indexOrganisation(row, null);
    return { ...entry, facets: `${pending} ${entry.facets}` };
  }
  const content = shown as RecordContent;
  const named = content.parties.flatMap(({ organisation: id }) => {
    const found = id === null ? undefined : organisations.get(id);
    return id && found ? [toOrganisationRow(id, found, { n: 0, rank: 0 })] : [];
  });
  const entry = indexRecord(
    toRecordRow(key, content, { n: 0, rank, reason: 'first_publication' }),
    toPartyRows(key, content.parties, 0),
    [...new Map(named.map((row) => [row.id, row])).values()],
    null,
  );
  const part = content.partOf === null ? [] : [facet('part', content.partOf)];
  return { ...entry, facets: [pending, ...part, entry.facets].join(' ') };
}

const unindex = (db: StaffDb, which: SQL | undefined) =>
  db
    .delete(registerDraftIndex)
    .where(
      inArray(
        registerDraftIndex.rank,
        db.select({ rank: registerDraft.rank }).from(registerDraft).where(which),
      ),
    );

const named = (kind: RegisterKind, keys: readonly string[]) =>
  and(eq(registerDraft.kind, kind), inArray(registerDraft.key, jsonList(keys)));

/** Statements that save drafts in place of those of the same keys. */
export const writeDrafts = (
  db: StaffDb,
  drafts: readonly DraftToWrite[],
  organisations: ReadonlyMap<string, OrganisationContent>,
): BatchItem<'sqlite'>[] =>
  drafts.length === 0
    ? []
    : [
        ...[...Map.groupBy(drafts, ({ kind }) => kind)].map(([kind, of]) =>
          unindex(
            db,
            named(
              kind,
              of.map(({ key }) => key),
            ),
          ),
        ),
        ...insertRows(
          db,
          registerDraft,
          drafts.map(({ shown: _, ...row }) => row),
          { replace: [registerDraft.kind, registerDraft.key] },
        ),
        ...insertRows(
          db,
          registerDraftIndex,
          drafts.map((draft) => indexDraft(draft, organisations)),
        ),
      ];

/** What a discarded draft has in place of a release. Its version counts on. */
const DISCARDED = 0;

/** Statements that discard drafts. */
export const discardDrafts = (
  db: StaffDb,
  kind: RegisterKind,
  keys: readonly string[],
  by: { editedBy: string; editedAt: string },
): BatchItem<'sqlite'>[] =>
  keys.length === 0
    ? []
    : [
        unindex(db, named(kind, keys)),
        db
          .update(registerDraft)
          .set({ ...by, release: DISCARDED, version: sql`${registerDraft.version} + 1` })
          .where(named(kind, keys)),
      ];

/** Statements by which release `n` takes up all drafts that wait, or gives back those it took. */
export function passDrafts(
  db: StaffDb,
  n: number,
  way: 'taken' | 'pending',
): [BatchItem<'sqlite'>, BatchItem<'sqlite'>] {
  const which = way === 'taken' ? isNull(registerDraft.release) : eq(registerDraft.release, n);
  const ranks = db.select({ rank: registerDraft.rank }).from(registerDraft).where(which);
  // The first facet begins with the letter that says it.
  const letter = facet(way, '');
  return [
    db
      .update(registerDraftIndex)
      .set({ facets: sql`${letter} || substr(${registerDraftIndex.facets}, 2)` })
      .where(inArray(registerDraftIndex.rank, ranks)),
    db
      .update(registerDraft)
      .set({ release: way === 'taken' ? n : null })
      .where(which),
  ];
}
