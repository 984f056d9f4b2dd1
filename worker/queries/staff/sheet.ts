import { asc, eq } from 'drizzle-orm';
import type { Sheet, SheetCell } from '../../../schema/staff/returns.ts';
import { cellComment, person, yearReturn } from '../../../schema/staff/tables.ts';
import {
  cellKeyOf,
  cellOfKey,
  composeSheetMetrics,
  type Cells,
} from '../../figures/return-cells.ts';
import { readDrafting, type Drafting } from './drafting.ts';
import { editorsStatement } from './editors.ts';
import type { StaffDb } from './open.ts';

/** One year's return with all that is said beside it. @returns null where it was never started */
export async function readSheet(db: StaffDb, year: number): Promise<Sheet | null> {
  const [drafting, [comments, editors, [submitter]]] = await Promise.all([
    readDrafting(db, { years: [year], figures: [year - 1, year], register: 'all' }),
    db.batch([
      db
        .select({ comment: cellComment, by: person.name })
        .from(cellComment)
        .leftJoin(person, eq(person.id, cellComment.by))
        .where(eq(cellComment.year, year))
        .orderBy(asc(cellComment.at), asc(cellComment.id)),
      editorsStatement(db, year),
      db
        .select({ name: person.name })
        .from(yearReturn)
        .innerJoin(person, eq(person.id, yearReturn.submittedBy))
        .where(eq(yearReturn.year, year)),
    ]),
  ]);
  const found = drafting.returns.get(year);
  if (!found) return null;
  const said = Map.groupBy(comments, ({ comment }) => cellKeyOf(comment));
  const commentsOf = (key: string): SheetCell['comments'] =>
    (said.get(key) ?? []).map(({ comment: { id, text, at }, by }) => ({
      id,
      text,
      at,
      by: by ?? '',
    }));
  const { catalogue } = drafting;
  const metrics = composeSheetMetrics(catalogue, year, presentCells(drafting), (cell) =>
    commentsOf(cellKeyOf(cell)),
  );
  const { state, release, message } = found;
  return {
    year,
    state,
    release,
    message,
    submittedBy: submitter?.name ?? null,
    editors: [...new Set(editors.map(({ name }) => name))].toSorted(),
    groups: catalogue.groups.filter(({ id }) => metrics.some(({ group }) => group === id)),
    metrics,
    sources: catalogue.sources,
  };
}

/**
 * The cells as the present rounds have them. A round that was published says nothing of its own any more: its drafts
 * are kept only so that the release can be withdrawn.
 */
export function presentCells({ returns, cells }: Pick<Drafting, 'returns' | 'cells'>): Cells {
  const isOver = (key: string) => returns.get(cellOfKey(key).year)?.state === 'published';
  return {
    ...cells,
    drafts: new Map(
      [...cells.drafts].map(([key, cell]) => [
        key,
        isOver(key) ? { ...cell, content: null, fromRegister: null } : cell,
      ]),
    ),
  };
}
