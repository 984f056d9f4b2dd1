import { inArray, isNull } from 'drizzle-orm';
import type { CatalogueEntry } from '../../../schema/staff/catalogue.ts';
import { catalogueDraft, yearReturn } from '../../../schema/staff/tables.ts';
import { closedYear, figure, release, source } from '../../../schema/tables.ts';
import type { Published } from '../../figures/publication.ts';
import { jsonList } from '../window.ts';
import { catalogueStatementsOf } from './catalogue-rows.ts';
import { insertRows } from './insert.ts';
import type { StaffDb } from './open.ts';
import { catalogueTables, closedYearTable, figureTable } from './published-tables.ts';
import type { RegisterRelease } from './register/publish.ts';
import { closeWindows } from './windows.ts';

/** The statements of a release: its row, the windows that it closes and opens, and the drafts that are spent on it. */
export function openRelease(
  db: StaffDb,
  row: typeof release.$inferSelect,
  {
    planned,
    pending,
    register,
    years,
  }: {
    planned: Published;
    pending: CatalogueEntry[];
    register: RegisterRelease;
    years: number[];
  },
) {
  const { n } = row;
  const { figures, targets, closedYears, sources } = planned;
  const catalogueRows = catalogueStatementsOf(db, pending, n);
  return [
    ...insertRows(db, release, [row]),
    ...catalogueRows.close,
    ...register.close,
    ...closeWindows(db, figureTable, figures.close.map(placeOf), n),
    ...closeWindows(
      db,
      catalogueTables.target,
      targets.close.map(({ metric, year }) => [metric, year]),
      n,
    ),
    ...closeWindows(
      db,
      closedYearTable,
      closedYears.close.map((year) => [year]),
      n,
    ),
    ...catalogueRows.open,
    ...insertRows(db, source, sources.open),
    ...insertRows(db, figure, figures.open),
    ...register.open,
    ...insertRows(
      db,
      closedYear,
      closedYears.open.map((year) => ({ year, firstRelease: n, lastRelease: null })),
    ),
    db
      .update(yearReturn)
      .set({ state: 'published', release: n })
      .where(inArray(yearReturn.year, jsonList(years))),
    db.update(catalogueDraft).set({ release: n }).where(isNull(catalogueDraft.release)),
  ];
}

const placeOf = ({ metric, year, member }: { metric: string; year: number; member: string }) => [
  metric,
  year,
  member,
];
