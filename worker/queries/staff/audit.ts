import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { AuditAnswer, AuditEntry } from '../../../schema/staff/audit.ts';
import { contentsOf, splitKey } from '../../../schema/staff/catalogue-checks.ts';
import type { CatalogueEntry } from '../../../schema/staff/catalogue.ts';
import { audit, yearReturn } from '../../../schema/staff/tables.ts';
import { isEditable, returnStates, type AuditAction } from '../../../schema/staff/words.ts';
import type { StaffDb } from './open.ts';
import { nameTrail } from './register/name-trail.ts';
import { readWorkingCatalogue } from './working-catalogue.ts';

export type AuditRow = typeof audit.$inferSelect;

const cellActions: readonly AuditAction[] = [
  'cell_saved',
  'cell_imported',
  'cell_restored',
  'cell_followed',
  'cell_taken',
];

const registerActions: readonly AuditAction[] = [
  'register_saved',
  'register_discarded',
  'organisations_merged',
];

export const isOfRegister = (row: Pick<AuditRow, 'action'>): boolean =>
  registerActions.includes(row.action);

export const isOfCell = (row: Pick<AuditRow, 'action'>): boolean =>
  cellActions.includes(row.action);

export const parseJson = (text: string | null): unknown =>
  text === null ? null : JSON.parse(text);

const toEntry = ({ before, after, ...row }: AuditRow, open: ReadonlySet<number>): AuditEntry => ({
  ...row,
  before: parseJson(before),
  after: parseJson(after),
  restorable: isOfRegister(row) || (isOfCell(row) && row.year !== null && open.has(row.year)),
});

/** Everyone who stands in the trail, with their newest name there: two steps through an index for each. */
const listPeople = (db: StaffDb) =>
  db.all<AuditAnswer['people'][number]>(sql`
    with recursive known(id) as (
      select min(person) from audit where person > ''
      union all
      select (select min(person) from audit where person > known.id) from known where known.id is not null
    )
    select id, (select name from audit where person = id order by n desc limit 1) as name
    from known where id is not null order by name`);

/** The years that stand in the trail, found in the same way. */
const listYears = (db: StaffDb) =>
  db.all<{ year: number }>(sql`
    with recursive known(year) as (
      select max(year) from audit
      union all
      select (select max(year) from audit where year < known.year) from known where known.year is not null
    )
    select year from known where year is not null`);

/**
 * One page of the trail, newest first, with what there is to filter by. Each filter alone, and a metric with a year,
 * reads as many entries as it shows; a person together with another walks the entries of that other.
 */
export async function listAudit(
  db: StaffDb,
  asked: {
    person?: string;
    metric?: string;
    year?: number;
    subject?: string;
    before?: number;
    limit: number;
  },
): Promise<AuditAnswer> {
  const rows = await db
    .select()
    .from(audit)
    .where(
      and(
        asked.person === undefined ? undefined : eq(audit.person, asked.person),
        asked.metric === undefined ? undefined : eq(audit.metric, asked.metric),
        asked.year === undefined ? undefined : eq(audit.year, asked.year),
        asked.subject === undefined ? undefined : eq(audit.subject, asked.subject),
        asked.before === undefined ? undefined : lt(audit.n, asked.before),
      ),
    )
    .orderBy(desc(audit.n))
    .limit(asked.limit + 1);
  const editable = await db
    .select({ year: yearReturn.year })
    .from(yearReturn)
    .where(inArray(yearReturn.state, returnStates.filter(isEditable)));
  const open = new Set(editable.map(({ year }) => year));
  const { metrics, sources, entries: catalogue } = await readWorkingCatalogue(db);
  const entries = rows.slice(0, asked.limit).map((row) => toEntry(row, open));
  return {
    entries,
    next: rows.length > asked.limit ? entries.at(-1)!.n : null,
    people: await listPeople(db),
    years: (await listYears(db)).map(({ year }) => year),
    metrics: metrics.map(({ id, names, decimals, breakdown }) => ({
      id,
      names,
      decimals,
      members: breakdown?.members.map(({ id, names }) => ({ id, names })) ?? [],
    })),
    sources: sources.map(({ id, titles }) => ({ id, titles })),
    breakdowns: contentsOf(catalogue, 'breakdown').map(({ key: id, content }) => ({
      id,
      names: content.names,
      members: membersOf(catalogue, id),
    })),
    ...(await nameTrail(db, entries)),
  };
}

const membersOf = (catalogue: readonly CatalogueEntry[], breakdown: string) =>
  contentsOf(catalogue, 'member').flatMap(({ key, content: { names } }) => {
    const [of, id] = splitKey(key);
    return of === breakdown ? [{ id, names }] : [];
  });

/** One entry of the trail. */
export async function findEntry(db: StaffDb, n: number): Promise<AuditRow | null> {
  const [row] = await db.select().from(audit).where(eq(audit.n, n));
  return row ?? null;
}
