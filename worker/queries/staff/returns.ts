import { asc } from 'drizzle-orm';
import { completenessOf, listUnexplained } from '../../../schema/staff/checks.ts';
import type { ReturnsAnswer } from '../../../schema/staff/returns.ts';
import { yearReturn } from '../../../schema/staff/tables.ts';
import { centre } from '../../../schema/tables.ts';
import { cellOfKey, composeSheetMetrics, type Cells } from '../../figures/return-cells.ts';
import { localYear } from '../releases.ts';
import { readDrafting } from './drafting.ts';
import type { StaffDb } from './open.ts';
import { presentCells } from './sheet.ts';

type ReturnSummary = ReturnsAnswer['years'][number];

/** Every year of the centre's life with its return, newest first; none while there is no record. */
export async function listReturns(db: StaffDb, now: Date): Promise<ReturnSummary[]> {
  const [[body], started] = await db.batch([
    db.select({ founded: centre.foundedYear, timeZone: centre.timeZone }).from(centre).limit(1),
    db.select({ year: yearReturn.year }).from(yearReturn).orderBy(asc(yearReturn.year)),
  ]);
  if (!body) return [];
  const last = localYear(now, body.timeZone);
  const life = Array.from({ length: last - body.founded + 1 }, (_, i) => body.founded + i);
  const years = [...new Set([...life, ...started.map(({ year }) => year)])].toSorted(
    (a, b) => b - a,
  );
  const drafting = await readDrafting(db, { years, register: 'rounds' });
  const cells = presentCells(drafting);
  const edits = lastEdits(drafting.cells);
  return years.map((year): ReturnSummary => {
    const metrics = composeSheetMetrics(drafting.catalogue, year, cells);
    const found = drafting.returns.get(year);
    const all = metrics.flatMap((metric) => metric.cells);
    const isOpen = found !== undefined && found.state !== 'published';
    return {
      year,
      state: found?.state ?? null,
      release: found?.release ?? null,
      completeness: completenessOf(metrics),
      changes: all.filter(({ draft }) => draft !== null && draft.content !== null).length,
      unexplained: isOpen ? metrics.flatMap(listUnexplained).length : 0,
      lastEdit: edits.get(year) ?? null,
    };
  });
}

/** The newest save of each year. */
function lastEdits({ drafts }: Pick<Cells, 'drafts'>): Map<number, { at: string; name: string }> {
  const found = new Map<number, { at: string; name: string }>();
  for (const [key, { editedAt, editedBy }] of drafts) {
    const year = cellOfKey(key).year;
    if (editedAt !== null && editedAt > (found.get(year)?.at ?? '')) {
      found.set(year, { at: editedAt, name: editedBy ?? '' });
    }
  }
  return found;
}
