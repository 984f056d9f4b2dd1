import type { CatalogueAnswer } from '../../../schema/staff/catalogue.ts';
import { AppError } from '../../errors.ts';
import { localYear } from '../releases.ts';
import { listSpans } from './catalogue-use.ts';
import type { StaffDb } from './open.ts';
import { readWorkingCatalogue } from './working-catalogue.ts';

/**
 * What the pages of the catalogue show.
 * @throws AppError 404 `no_record` while there is no centre
 */
export async function readCataloguePages(db: StaffDb): Promise<CatalogueAnswer> {
  const [{ centre, entries }, figures] = await Promise.all([
    readWorkingCatalogue(db),
    listSpans(db),
  ]);
  if (!centre) throw new AppError(404, 'no_record', 'There is no record yet: load one first.');
  const { names, founded, timeZone } = centre;
  return {
    entries,
    centre: { names, founded, currentYear: localYear(new Date(), timeZone) },
    figures,
  };
}
