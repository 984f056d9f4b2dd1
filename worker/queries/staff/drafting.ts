import { and, eq, getTableColumns, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { Figure } from '../../../schema/staff/checks.ts';
import { draft, person, yearReturn } from '../../../schema/staff/tables.ts';
import { figure, metric } from '../../../schema/tables.ts';
import type { JudgedBy } from '../../figures/judge-cells.ts';
import { cellKeyOf, toPublishedCell, type Cells } from '../../figures/return-cells.ts';
import { localYear } from '../releases.ts';
import { jsonList } from '../window.ts';
import { followRegister, type RegisterAsked } from './follow-register.ts';
import type { StaffDb } from './open.ts';
import {
  composeWorkingCatalogue,
  workingCatalogueStatements,
  type WorkingCatalogue,
} from './working-catalogue.ts';

export type ReturnRow = typeof yearReturn.$inferSelect;

/** What returns are judged by: the catalogue, the returns of some years, and their cells. */
export interface Drafting {
  catalogue: WorkingCatalogue;
  returns: Map<number, ReturnRow>;
  cells: Cells;
  /** What people say of the figures that follow the register, by cell. */
  own: ReadonlyMap<string, Figure>;
}

/**
 * Reads what the returns of some years rest on, in one batch, and the register for what follows it. Costs their cells and the catalogue, whatever the
 * history of the figures.
 * @param asked years of the drafts; `figures`: years of the published figures, when others are wanted; `metrics`: ids
 * of the metrics whose figures are wanted, all when left out; `register`: of which years it is read, by default only where a draft follows it
 */
export async function readDrafting(
  db: StaffDb,
  asked: {
    years: readonly number[];
    figures?: readonly number[];
    metrics?: readonly string[];
    register?: RegisterAsked;
  },
): Promise<Drafting> {
  const years = jsonList([...new Set(asked.years)]);
  const [returns, drafts, figures, ...catalogue] = await db.batch([
    db.select().from(yearReturn).where(inArray(yearReturn.year, years)),
    db
      .select({ ...getTableColumns(draft), editor: person.name })
      .from(draft)
      .leftJoin(person, eq(person.id, draft.editedBy))
      .where(inArray(draft.year, years)),
    openFigures(db, jsonList([...new Set(asked.figures ?? asked.years)]), asked.metrics),
    ...workingCatalogueStatements(db),
  ]);
  const drafting = {
    catalogue: composeWorkingCatalogue(catalogue),
    returns: new Map(returns.map((row) => [row.year, row])),
    cells: {
      published: new Map(figures.map((row) => [cellKeyOf(row), toPublishedCell(row)])),
      drafts: new Map(
        drafts.map((row) => {
          const { version, content, fromRegister, editor, editedAt } = row;
          return [cellKeyOf(row), { version, content, fromRegister, editedBy: editor, editedAt }];
        }),
      ),
    },
    own: new Map(),
  };
  return await followRegister(db, drafting, { register: 'followed', ...asked });
}

/** The figures of the newest release: those whose window is open, found through the index on its end. */
const openFigures = (db: StaffDb, years: SQL, metrics?: readonly string[]) =>
  db
    .select()
    .from(figure)
    .where(
      and(
        isNull(figure.lastRelease),
        inArray(
          figure.metric,
          metrics
            ? jsonList([...new Set(metrics)])
            : sql`(select id from ${metric} where last_release is null)`,
        ),
        inArray(figure.year, years),
      ),
    );

/** What cells are judged by now. @returns null while there is no centre to have figures */
export function judgedBy({ catalogue, cells }: Drafting, now: Date): JudgedBy | null {
  if (!catalogue.centre) return null;
  const sources = new Set(
    catalogue.sources.filter(({ kind }) => kind !== 'sample').map(({ id }) => id),
  );
  return {
    metrics: catalogue.metrics,
    cells,
    frame: {
      founded: catalogue.centre.founded,
      currentYear: localYear(now, catalogue.centre.timeZone),
      isSource: (id) => sources.has(id),
    },
  };
}
