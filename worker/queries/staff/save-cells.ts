import type { BatchItem } from 'drizzle-orm/batch';
import type { DraftCell } from '../../../schema/staff/cells.ts';
import { draft } from '../../../schema/staff/tables.ts';
import { isEditable, type AuditAction } from '../../../schema/staff/words.ts';
import { AppError } from '../../errors.ts';
import { judgeCells, type CellChange, type JudgedCell } from '../../figures/judge-cells.ts';
import { cellKeyOf } from '../../figures/return-cells.ts';
import type { Actor } from '../../staff/actor.ts';
import { localYear } from '../releases.ts';
import { commit, type Entry } from './commit.ts';
import { judgedBy, readDrafting, type Drafting } from './drafting.ts';
import { followAsked, refuseToFollow } from './follow-register.ts';
import { insertRows } from './insert.ts';
import type { StaffDb } from './open.ts';
import { refuseConflicts, refuseRefused, refuseTwice } from './refuse-cells.ts';
import { lockedError, planStart, startedDrafts } from './start-return.ts';

export type { CellChange };

export interface HowSaved {
  action: Extract<AuditAction, 'cell_saved' | 'cell_imported' | 'cell_restored'>;
  why: string | null;
  /** Whether returns that were never started, or are published, are started for it. */
  starts?: boolean;
  /** Of the commit: the number of its first entry, and its time. */
  next: number;
  at: string;
}

export interface PlannedCells {
  statements: BatchItem<'sqlite'>[];
  entries: Entry[];
  /** Every cell that was named, in that order, as it will be. */
  cells: (DraftCell & { year: number })[];
  /** The same, as they were judged: what they said before, and which of them change. */
  judged: JudgedCell[];
  /** Years whose returns are started, oldest first: those of which something changes. */
  starts: number[];
}

/**
 * Plans a save of cells, of one or several years: all of them or none. To be called inside the plan of a `commit`.
 * @throws AppError 400 `invalid_request` for a cell named twice; 404 `not_started`; 409 `return_locked` with `years`,
 * `edit_conflict` with `conflicts`; 422 `refused` with `cells`; and as `planStart`
 */
export async function planCells(
  db: StaffDb,
  actor: Pick<Actor, 'id' | 'name'>,
  changes: readonly CellChange[],
  how: HowSaved,
): Promise<PlannedCells> {
  refuseTwice(changes);
  const years = [...new Set(changes.map((change) => change.year))].toSorted((a, b) => a - b);
  const metrics = changes.map((change) => change.metric);
  const register = changes.some(({ follows }) => follows) ? 'all' : 'followed';
  const drafting = await readDrafting(db, { years, metrics, register });
  const shut = listStarts(years, drafting, new Date(how.at), how.starts ?? false);
  const asked = followAsked(changes, drafting);
  const judged = judgeChanges(asked.changes, drafting, shut, new Date(how.at)).map((cell) =>
    refuseToFollow(cell, drafting.cells),
  );
  refuseConflicts(judged);
  refuseRefused(judged);

  const changed = judged.filter((cell) => cell.changes);
  const changedYears = new Set(changed.map((cell) => cell.year));
  const starts = shut.filter((year) => changedYears.has(year));
  const begun = starts.map((year, i) =>
    planStart(db, drafting, year, { startedAt: how.next + i, at: how.at }),
  );
  const saved = changed.map(({ year, metric, member, content, fromRegister, before }) => ({
    year,
    metric,
    member,
    version: before.version + 1,
    content:
      fromRegister === 'follows' ? asked.own.get(cellKeyOf({ year, metric, member }))! : content,
    fromRegister,
    editedBy: actor.id,
    editedAt: how.at,
  }));
  const { published } = drafting.cells;
  return {
    statements: [
      ...begun.flatMap(({ statements }) => statements),
      ...insertRows(db, draft, saved, { replace: [draft.year, draft.metric, draft.member] }),
    ],
    entries: [
      ...begun.map(({ entry }) => entry),
      ...changed.map((cell): Entry => {
        const { year, metric, member } = cell;
        const asPublished = published.get(cellKeyOf(cell)) ?? null;
        return {
          action: beginsToFollow(cell) ? 'cell_followed' : how.action,
          year,
          metric,
          member,
          before: cell.before.content ?? asPublished,
          after: cell.content ?? asPublished,
          why: how.why,
        };
      }),
    ],
    cells: judged.map(({ changes: isChanged, year, metric, member, before, ...cell }) => ({
      year,
      metric,
      member,
      ...(isChanged
        ? {
            version: before.version + 1,
            content: cell.content,
            fromRegister: cell.fromRegister,
            editedBy: actor.name,
            editedAt: how.at,
          }
        : before),
    })),
    judged,
    starts,
  };
}

const beginsToFollow = ({ fromRegister, before }: JudgedCell): boolean =>
  fromRegister === 'follows' && before.fromRegister !== 'follows';

/** What becomes of changes, with the returns of `starts` begun anew. Writes nothing: the preview of an import. */
export function judgeChanges(
  changes: readonly CellChange[],
  drafting: Drafting,
  starts: readonly number[],
  now: Date,
): JudgedCell[] {
  const { published, drafts } = drafting.cells;
  const cells = { published, drafts: startedDrafts(drafts, (year) => starts.includes(year)) };
  const by = judgedBy({ ...drafting, cells }, now);
  if (!by) throw new AppError(409, 'not_allowed', 'There is no record to add figures to yet.');
  return judgeCells(changes, by);
}

/**
 * The years whose returns have to be started. A year outside the centre's life has none: its cells are refused.
 * @throws AppError 404 `not_started`, 409 `return_locked` with `years`
 */
export function listStarts(
  years: readonly number[],
  { returns, catalogue: { centre } }: Pick<Drafting, 'returns' | 'catalogue'>,
  now: Date,
  mayStart: boolean,
): number[] {
  const stateOf = (year: number) => returns.get(year)?.state;
  const locked = years.filter((year) => {
    const state = stateOf(year);
    return state === 'submitted' || (state === 'published' && !mayStart);
  });
  if (locked.length > 0) throw lockedError(locked);
  const last = centre ? localYear(now, centre.timeZone) : 0;
  const shut = years.filter(
    (year) =>
      year >= (centre?.founded ?? 0) && year <= last && !isEditable(stateOf(year) ?? 'published'),
  );
  if (mayStart || shut.length === 0) return shut;
  throw new AppError(
    404,
    'not_started',
    `There is no return of ${shut.join(', ')}. Start it first.`,
  );
}

/** Saves cells of one return as a person typed them. @throws AppError as {@link planCells} */
export const saveCells = (
  db: StaffDb,
  actor: Actor,
  year: number,
  cells: Omit<CellChange, 'year'>[],
): Promise<DraftCell[]> =>
  commit(db, actor, async (next, at) => {
    const changes = cells.map((cell) => ({ ...cell, year }));
    const how = { action: 'cell_saved' as const, why: null, next, at };
    const plan = await planCells(db, actor, changes, how);
    return {
      ...plan,
      answer: plan.cells.map(({ year: _, ...cell }) => cell),
    };
  });
