import type { YearComparison } from '../../../schema/register/year-comparisons.ts';
import { isRetired } from '../../../schema/vocabulary.ts';
import type { Db } from '../../db.ts';
import { checkYear, composeFigures, readRows, yearsOf, type Sample } from '../record.ts';
import type { Reading } from '../releases.ts';
import { countOnRegister, listMetricCounts } from './counts.ts';
import { compare } from './evidence.ts';

/**
 * The total of every metric that counts records, in one year, beside what the register holds of the same; in the order of
 * the metrics' ids. One statement for each of these metrics, beside those that read the year.
 * @throws AppError 400 when the year is outside the record
 */
export async function readYearComparisons(
  db: Db,
  reading: Reading,
  { year, sample }: { year: number; sample: Sample },
): Promise<YearComparison[]> {
  const { founded, last } = yearsOf(reading);
  checkYear('year', year, founded, last);
  const { n } = reading.release;
  const hows = await listMetricCounts(db, n);
  const metrics = hows.map(({ metric }) => metric);
  const range = { from: year, to: year, sample };
  const [found, counts] = await Promise.all([
    readRows(db, reading, { metrics, to: year, sample }),
    Promise.all(hows.map((how) => countOnRegister(db, n, how, range))),
  ]);
  const { catalogue } = found;
  return metrics.flatMap((metric, i) => {
    const known = catalogue.metrics.find(({ id }) => id === metric);
    if (!known || isRetired(known, year)) return [];
    const figures = composeFigures(metric, found, reading, { ...range, by: 'members' });
    return [{ metric, ...compare(figures, counts[i]!, { year, member: null }) }];
  });
}
