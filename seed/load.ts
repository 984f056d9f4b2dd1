import type { SeedRows } from './rows.ts';
import { seedStatements } from './statements.ts';

/**
 * Loads a seed into a migrated, empty database, all or nothing (`db.batch` is atomic). A database
 * that has a release keeps what it has. Throws what D1 throws, with nothing written.
 */
export async function loadSeed(db: D1Database, rows: SeedRows): Promise<'loaded' | 'kept'> {
  if (await db.prepare('SELECT 1 FROM "release" LIMIT 1').first()) return 'kept';
  await db.batch(seedStatements(rows).map((statement) => db.prepare(statement)));
  return 'loaded';
}
