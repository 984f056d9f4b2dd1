import { sql } from 'drizzle-orm';
import type { RecordContent } from '../../../../schema/staff/register.ts';
import { registerDraft } from '../../../../schema/staff/tables.ts';
import type { RegisterKind } from '../../../../schema/staff/words.ts';
import { organisation, record } from '../../../../schema/tables.ts';
import type { StaffDb } from '../open.ts';

/** Numbers that one day of the register has. */
const OF_A_DAY = 1_000_000;
/** Numbers of organisations: all below those of records. */
const OF_ORGANISATIONS = 1e12;

/** First number of the day of a record; the year stands for a day that is not known. */
export const dayOf = ({ year, date }: Pick<RecordContent, 'year' | 'date'>): number =>
  Number(date?.replaceAll('-', '') ?? `${year}0000`) * OF_A_DAY;

/** Whether a number is one of that day. */
export const isOfDay = (rank: number, day: number): boolean => rank >= day && rank < day + OF_A_DAY;

/**
 * Free numbers for versions of one kind, one for each day that is asked for, in that order: none that is public or
 * waits has them. Organisations have one row of numbers: the day is 0.
 */
export async function takeRanks(
  db: StaffDb,
  kind: RegisterKind,
  days: readonly number[],
): Promise<number[]> {
  if (days.length === 0) return [];
  const table = kind === 'record' ? record : organisation;
  const span = kind === 'record' ? OF_A_DAY : OF_ORGANISATIONS;
  const last = (of: typeof record | typeof organisation | typeof registerDraft) => sql`coalesce((
    select max(${of.rank}) from ${of} where ${of.rank} >= day.value and ${of.rank} < day.value + ${span}
  ), day.value)`;
  const rows = await db.all<{ day: number; last: number }>(sql`
    select day.value as day, max(${last(table)}, ${last(registerDraft)}) as last
    from json_each(${JSON.stringify([...new Set(days)])}) as day`);
  const free = new Map(rows.map((row) => [row.day, row.last + 1]));
  return days.map((day) => {
    const rank = free.get(day)!;
    free.set(day, rank + 1);
    return rank;
  });
}
