import type { SheetMetric } from '../../../schema/staff/returns.ts';
import { composeSheetMetrics } from '../../figures/return-cells.ts';
import { localYear } from '../releases.ts';
import { readDrafting } from './drafting.ts';
import type { StaffDb } from './open.ts';
import { presentCells } from './sheet.ts';

/** What the template of a year holds, whether its return was started or not. @returns null for a year outside the centre's life */
export async function readTemplate(
  db: StaffDb,
  year: number,
  now: Date,
): Promise<SheetMetric[] | null> {
  const drafting = await readDrafting(db, { years: [year] });
  const { centre } = drafting.catalogue;
  if (!centre || year < centre.founded || year > localYear(now, centre.timeZone)) return null;
  return composeSheetMetrics(drafting.catalogue, year, presentCells(drafting));
}
