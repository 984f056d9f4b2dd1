import type { CatalogueContents } from '../../../../schema/staff/catalogue.ts';
import type { CountPreview } from '../../../../schema/staff/count-preview.ts';
import { TOTAL } from '../../../../schema/vocabulary.ts';
import { AppError } from '../../../errors.ts';
import { localYear } from '../../releases.ts';
import type { StaffDb } from '../open.ts';
import { readWorkingCatalogue } from '../working-catalogue.ts';
import { readHeld } from './counts.ts';

/** Stands for the metric that would count so. */
const PREVIEW = 'preview';

/**
 * What a metric would count of each year of the record if it counted so.
 * @throws AppError 404 `no_record` while there is no centre
 */
export async function previewCounts(
  db: StaffDb,
  how: CatalogueContents['count'],
): Promise<CountPreview> {
  const { centre } = await readWorkingCatalogue(db);
  if (!centre) throw new AppError(404, 'no_record', 'There is no record yet: load one first.');
  const { founded, timeZone } = centre;
  const length = localYear(new Date(), timeZone) - founded + 1;
  const years = Array.from({ length }, (_, i) => founded + i);
  const held = await readHeld(db, { counts: new Map([[PREVIEW, how]]) }, years);
  return {
    years: years.map((year) => ({
      year,
      count: held({ metric: PREVIEW, year, member: TOTAL })?.count ?? 0,
    })),
  };
}
