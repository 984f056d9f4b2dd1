import { and, asc, eq, getTableColumns, inArray, isNull } from 'drizzle-orm';
import type {
  OrganisationContent,
  RecordContent,
  RegisterContent,
  RegisterEntry,
} from '../../../../schema/staff/register.ts';
import { person, registerDraft } from '../../../../schema/staff/tables.ts';
import type { RegisterKind } from '../../../../schema/staff/words.ts';
import { organisation, party, record } from '../../../../schema/tables.ts';
import { jsonList } from '../../window.ts';
import type { StaffDb } from '../open.ts';
import { toOrganisationContent, toRecordContent } from './rows.ts';

/** An entry of the register as it is public in the newest release, also one that waits, and as it will be. */
export interface RegisterState<C extends RegisterContent = RegisterContent> {
  kind: RegisterKind;
  key: string;
  version: number;
  /** Of the draft; null: none was ever saved. */
  draftRank: number | null;
  /** The release that took the draft up. */
  taken: number | null;
  published: C | null;
  publishedRank: number | null;
  sample: boolean;
  pending: boolean;
  /** As the next release will have it; null: not there. */
  content: C | null;
  editedBy: string | null;
  editedAt: string | null;
}

type Draft = typeof registerDraft.$inferSelect & { editor: string | null };
type Published<C> = { content: C; rank: number; sample: boolean };

/** Entries of these keys by key; one that is nowhere has neither `published` nor `content`. */
export async function readOrganisations(
  db: StaffDb,
  keys: readonly string[],
): Promise<Map<string, RegisterState<OrganisationContent>>> {
  if (keys.length === 0) return new Map();
  const listed = jsonList(keys);
  const [drafts, rows] = await db.batch([
    draftsOf(db, 'organisation', keys),
    db
      .select()
      .from(organisation)
      .where(and(inArray(organisation.id, listed), isNull(organisation.lastRelease))),
  ]);
  const published = new Map(
    rows.map((row) => [
      row.id,
      { content: toOrganisationContent(row), rank: row.rank, sample: row.sample },
    ]),
  );
  return compose('organisation', keys, drafts, published);
}

/** The same of records, with their parties. */
export async function readRecords(
  db: StaffDb,
  keys: readonly string[],
): Promise<Map<string, RegisterState<RecordContent>>> {
  if (keys.length === 0) return new Map();
  const open = and(inArray(record.id, jsonList(keys)), isNull(record.lastRelease));
  const ofVersion = and(eq(party.record, record.id), eq(party.firstRelease, record.firstRelease));
  const [drafts, rows, parties] = await db.batch([
    draftsOf(db, 'record', keys),
    db.select().from(record).where(open),
    db
      .select(getTableColumns(party))
      .from(record)
      .innerJoin(party, ofVersion)
      .where(open)
      .orderBy(asc(party.record), asc(party.n)),
  ]);
  const ofRecord = Map.groupBy(parties, (one) => one.record);
  const published = new Map(
    rows.map((row) => [
      row.id,
      {
        content: toRecordContent(row, ofRecord.get(row.id) ?? []),
        rank: row.rank,
        sample: row.sample,
      },
    ]),
  );
  return compose('record', keys, drafts, published);
}

/** Entries of one kind. */
export const readStates = (
  db: StaffDb,
  kind: RegisterKind,
  keys: readonly string[],
): Promise<Map<string, RegisterState>> =>
  kind === 'record' ? readRecords(db, keys) : readOrganisations(db, keys);

const draftsOf = (db: StaffDb, kind: RegisterKind, keys: readonly string[]) =>
  db
    .select({ ...getTableColumns(registerDraft), editor: person.name })
    .from(registerDraft)
    .leftJoin(person, eq(person.id, registerDraft.editedBy))
    .where(and(eq(registerDraft.kind, kind), inArray(registerDraft.key, jsonList(keys))));

function compose<C extends RegisterContent>(
  kind: RegisterKind,
  keys: readonly string[],
  drafts: readonly Draft[],
  published: ReadonlyMap<string, Published<C>>,
): Map<string, RegisterState<C>> {
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]));
  return new Map(
    [...new Set(keys)].map((key) => {
      const draft = byKey.get(key);
      const found = published.get(key);
      const pending = draft !== undefined && draft.release === null;
      return [
        key,
        {
          ...{ kind, key, pending },
          version: draft?.version ?? 0,
          draftRank: draft?.rank ?? null,
          taken: draft?.release ?? null,
          published: found?.content ?? null,
          publishedRank: found?.rank ?? null,
          sample: found?.sample ?? false,
          content: pending ? (draft.content as C | null) : (found?.content ?? null),
          editedBy: draft?.editor ?? null,
          editedAt: draft?.editedAt ?? null,
        },
      ];
    }),
  );
}

/** Whether an entry is public or waits to be. */
export const isThere = ({ published, pending }: RegisterState): boolean =>
  published !== null || pending;

/** An entry as an answer tells of it. */
export const toEntry = ({
  draftRank: _,
  taken: __,
  publishedRank: ___,
  ...entry
}: RegisterState): RegisterEntry => entry as RegisterEntry;
