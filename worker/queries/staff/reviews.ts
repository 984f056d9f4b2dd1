import { asc, eq, inArray } from 'drizzle-orm';
import { completenessOf } from '../../../schema/staff/checks.ts';
import type { Review } from '../../../schema/staff/releases.ts';
import type { SheetCell } from '../../../schema/staff/returns.ts';
import { cellComment, person, yearReturn } from '../../../schema/staff/tables.ts';
import { cellKeyOf, composeSheetMetrics } from '../../figures/return-cells.ts';
import { countDroppedSamples, listDiffering, listReviewChanges } from '../../figures/review.ts';
import type { Actor } from '../../staff/actor.ts';
import { isOwn, returnObstacles } from '../../staff/obstacles.ts';
import { jsonList } from '../window.ts';
import { readDrafting, type Drafting } from './drafting.ts';
import { distinctEditors, editorsStatement } from './editors.ts';
import type { StaffDb } from './open.ts';
import { readSettings } from './people.ts';
import { presentCells } from './sheet.ts';

/** What is said of some returns besides their figures. */
async function readSaid(db: StaffDb, years: readonly number[]) {
  const listed = jsonList(years);
  const [comments, editors, submitters] = await db.batch([
    db
      .select({ comment: cellComment, by: person.name })
      .from(cellComment)
      .leftJoin(person, eq(person.id, cellComment.by))
      .where(inArray(cellComment.year, listed))
      .orderBy(asc(cellComment.at), asc(cellComment.id)),
    editorsStatement(db, ...years),
    db
      .select({ year: yearReturn.year, name: person.name })
      .from(yearReturn)
      .innerJoin(person, eq(person.id, yearReturn.submittedBy))
      .where(inArray(yearReturn.year, listed)),
  ]);
  const byCell = Map.groupBy(comments, ({ comment }) => cellKeyOf(comment));
  return {
    commentsOf: (key: string): SheetCell['comments'] =>
      (byCell.get(key) ?? []).map(({ comment: { id, text, at }, by }) => ({
        ...{ id, text, at },
        by: by ?? '',
      })),
    editorsOf: (year: number) => distinctEditors(editors.filter((row) => row.year === year)),
    submitterOf: (year: number) => submitters.find((row) => row.year === year)?.name ?? null,
  };
}

/**
 * Some years' returns beside what is public, in the order asked for; those never started are left out.
 * Costs their cells and those of the years beside them.
 * @param now ISO 8601 instant
 */
export async function readReviews(
  db: StaffDb,
  by: Actor,
  years: readonly number[],
  now: string,
): Promise<{ reviews: Review[]; drafting: Drafting; onePerson: boolean }> {
  const beside = years.flatMap((year) => [year - 1, year, year + 1]);
  const [drafting, said, { onePerson }] = await Promise.all([
    readDrafting(db, { years, figures: beside, register: 'all' }),
    readSaid(db, years),
    readSettings(db),
  ]);
  const { catalogue, returns } = drafting;
  const cells = presentCells(drafting);
  const setting = { onePerson, waiting: (catalogue.newestAt ?? '') > now };
  const review = (year: number): Review[] => {
    const found = returns.get(year);
    if (!found) return [];
    const metrics = composeSheetMetrics(catalogue, year, cells, (cell) =>
      said.commentsOf(cellKeyOf(cell)),
    );
    const editors = said.editorsOf(year);
    const changes = listReviewChanges(metrics, year, {
      catalogue: catalogue.metrics,
      published: cells.published,
    });
    const { state, message } = found;
    return [
      {
        year,
        state,
        submittedBy: said.submitterOf(year),
        message,
        editors: editors.map(({ name }) => name),
        own: isOwn(editors, by),
        completeness: completenessOf(metrics),
        changes,
        differing: listDiffering(metrics, changes),
        sources: catalogue.sources.filter(({ id }) => isNamed(id, changes)),
        closed: catalogue.closedYears.includes(year),
        samplesDropped: countDroppedSamples(metrics, changes),
        obstacles: returnObstacles({ state, editors }, setting, by),
      },
    ];
  };
  return { reviews: years.flatMap(review), drafting, onePerson };
}

const isNamed = (id: string, changes: Review['changes']): boolean =>
  changes.some(
    ({ before, after, previous }) =>
      before?.source === id || previous?.source === id || (!after.withdrawn && after.source === id),
  );
