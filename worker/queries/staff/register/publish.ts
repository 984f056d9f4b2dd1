import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { organisationIndex, recordIndex } from '../../../../schema/register/index-tables.ts';
import type {
  OrganisationContent,
  RecordContent,
  RegisterContent,
} from '../../../../schema/staff/register.ts';
import { registerDraft } from '../../../../schema/staff/tables.ts';
import { party, record } from '../../../../schema/tables.ts';
import type { ChangeReason } from '../../../../schema/vocabulary.ts';
import { isSameContent } from '../../../figures/same-content.ts';
import { jsonList } from '../../window.ts';
import type { StaffDb } from '../open.ts';
import { organisationTable, recordTable } from '../published-tables.ts';
import { closeVersions } from './close-versions.ts';
import { passDrafts } from './draft-rows.ts';
import { readOrganisations, readRecords, type RegisterState } from './entries.ts';
import { hasNoDraft } from './naming.ts';
import { openOrganisations, openRecords, type Opened } from './open-versions.ts';
import { dayOf, takeRanks } from './ranks.ts';
import { organisationsOf } from './rows.ts';

/** What a release makes of the register. */
export interface RegisterRelease {
  /** Changes that wait; a record that only follows the name of an organisation is none. */
  count: number;
  close: BatchItem<'sqlite'>[];
  open: BatchItem<'sqlite'>[];
}

/**
 * Statements that make every change of the register that waits part of release `n`: closings, then openings with what
 * the indexes hold of them. A record of an organisation whose names or country change is opened anew, as it is found
 * by them: whoever reads a former release finds it as it was.
 */
export async function planRegister(
  db: StaffDb,
  { n, reason }: { n: number; reason: ChangeReason },
): Promise<RegisterRelease> {
  const waiting = await db
    .select({ kind: registerDraft.kind, key: registerDraft.key })
    .from(registerDraft)
    .where(isNull(registerDraft.release));
  if (waiting.length === 0) return { count: 0, close: [], open: [] };
  const keysOf = (kind: 'organisation' | 'record') =>
    waiting.filter((one) => one.kind === kind).map(({ key }) => key);
  const organisations = [...(await readOrganisations(db, keysOf('organisation'))).values()];
  const changed = [...(await readRecords(db, keysOf('record'))).values()];
  const followers = await readFollowers(db, organisations);
  const records = [...changed.flatMap(toOpened), ...followers.opened];
  const ended = [...changed, ...followers.states];
  return {
    count: waiting.length,
    close: [
      ...closeVersions(db, organisationTable, organisationIndex, organisations, n),
      ...closeVersions(db, recordTable, recordIndex, ended, n),
    ],
    open: [
      ...openOrganisations(db, organisations.flatMap(toOpened), n),
      ...openRecords(db, records, await namedBy(db, records), { n, reason }),
      ...passDrafts(db, n, 'taken'),
    ],
  };
}

const toOpened = <C extends RegisterContent>({
  key,
  content,
  published,
  draftRank,
}: RegisterState<C>): Opened<C>[] =>
  content === null
    ? []
    : [{ key, content, rank: draftRank!, brought: published === null ? 'new' : 'changed' }];

/** Public records without a change of their own that are found by what changes of their organisations. */
async function readFollowers(
  db: StaffDb,
  organisations: readonly RegisterState<OrganisationContent>[],
): Promise<{ states: RegisterState<RecordContent>[]; opened: Opened<RecordContent>[] }> {
  const renamed = organisations.filter(
    ({ published, content }) =>
      published !== null &&
      content !== null &&
      !(isSameContent(published.names, content.names) && published.country === content.country),
  );
  if (renamed.length === 0) return { states: [], opened: [] };
  const rows = await db
    .selectDistinct({ id: record.id })
    .from(party)
    .innerJoin(
      record,
      and(eq(record.id, party.record), eq(record.firstRelease, party.firstRelease)),
    )
    .where(
      and(
        inArray(party.organisation, jsonList(renamed.map(({ key }) => key))),
        isNull(record.lastRelease),
        hasNoDraft(db),
      ),
    );
  const found = await readRecords(
    db,
    rows.map(({ id }) => id),
  );
  const states = [...found.values()];
  const ranks = await takeRanks(
    db,
    'record',
    states.map(({ published }) => dayOf(published!)),
  );
  return {
    states,
    opened: states.map(({ key, published }, i) => ({
      ...{ key, content: published!, rank: ranks[i]! },
      brought: 'named',
    })),
  };
}

/** The organisations that records name, as the release will have them. */
async function namedBy(
  db: StaffDb,
  records: readonly Opened<RecordContent>[],
): Promise<Map<string, OrganisationContent>> {
  const ids = new Set(records.flatMap(({ content }) => organisationsOf(content)));
  const states = await readOrganisations(db, [...ids]);
  return new Map([...states].flatMap(([id, { content }]) => (content ? [[id, content]] : [])));
}
