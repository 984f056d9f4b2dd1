import type { Newer } from '../../schema/answers.ts';
import type { Db } from '../db.ts';
import { newerYears, type Show } from '../figures/newer.ts';
import { readFigures, type Sample } from './record.ts';
import { resolveRelease, type Reading } from './releases.ts';

/**
 * Whether what a release said of a metric still stands: the same years read at that release and at the current one.
 * Null when the metric is not in the catalogue of that release.
 * @throws AppError 400 when a year is outside the record
 */
export async function readNewer(
  db: Db,
  reading: Reading,
  id: string,
  asked: { from?: number; to?: number; by: 'total' | 'members'; sample: Sample; show: Show },
  at: Date,
): Promise<Newer | null> {
  const current = await resolveRelease(db, {}, at);
  const [then, now] = await Promise.all([
    readFigures(db, reading, id, asked),
    readFigures(db, current, id, asked),
  ]);
  if (!then) return null;
  const years = newerYears(then.figures, now?.figures ?? null, asked.show);
  return { metric: id, release: reading.release, newest: current.release, years };
}
