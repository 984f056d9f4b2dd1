import { drizzle } from 'drizzle-orm/d1';
import * as staffTables from '../../../schema/staff/tables.ts';
import * as tables from '../../../schema/tables.ts';

/** Opens the database for the staff: always the newest state, as what is read is about to be changed. */
export function openStaffDb(database: D1Database) {
  const session = database.withSession('first-primary');
  return drizzle(session as unknown as D1Database, { schema: { ...tables, ...staffTables } });
}

export type StaffDb = ReturnType<typeof openStaffDb>;
