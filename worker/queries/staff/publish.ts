import { inArray, isNull } from 'drizzle-orm';
import type { PublishBody } from '../../../schema/staff/releases.ts';
import { catalogueDraft, yearReturn } from '../../../schema/staff/tables.ts';
import { closedYear, figure, release, source } from '../../../schema/tables.ts';
import type { Localised } from '../../../schema/vocabulary.ts';
import { AppError } from '../../errors.ts';
import { judgeCells } from '../../figures/judge-cells.ts';
import { planPublication, type Publication, type Published } from '../../figures/publication.ts';
import { cellKeyOf, cellOfKey } from '../../figures/return-cells.ts';
import type { Actor } from '../../staff/actor.ts';
import {
  catalogueObstacles,
  isOwn,
  refuseObstacles,
  registerObstacles,
  returnObstacles,
} from '../../staff/obstacles.ts';
import { refusalDetails } from '../../staff/refusal-details.ts';
import { localDay } from '../releases.ts';
import { jsonList } from '../window.ts';
import { catalogueStatementsOf } from './catalogue-rows.ts';
import { commit, type Entry } from './commit.ts';
import { judgedBy, readDrafting, type Drafting } from './drafting.ts';
import { distinctEditors, editorsStatement } from './editors.ts';
import { insertRows } from './insert.ts';
import type { StaffDb } from './open.ts';
import { readSettings } from './people.ts';
import { listProposers } from './proposers.ts';
import { listRegisterEditors } from './register/pending.ts';
import { planRegister } from './register/publish.ts';
import { refuseUnseen } from './refuse-unseen.ts';
import { catalogueTables, closedYearTable, figureTable } from './published-tables.ts';
import { closeWindows } from './windows.ts';

/** How far ahead a release may be set, in ms: two years. */
const FURTHEST = 2 * 366 * 24 * 60 * 60 * 1000;

/**
 * Publishes returns, and with them every change of catalogue and register that waits, as one release: in one batch, so that all
 * of it is public or nothing is.
 * @throws AppError 400 for a year named twice; 409 `not_allowed` with `obstacles`, `changed_since`; 422 `invalid_time`, or `refused`
 * with `cells` where the catalogue has changed since they were saved
 */
export const publishRelease = (
  db: StaffDb,
  actor: Actor,
  asked: PublishBody,
): Promise<{ n: number; publishedAt: string }> =>
  commit(db, actor, async (_, at) => {
    const years = listYears(asked);
    const drafting = await readDrafting(db, { years });
    const { catalogue, returns } = drafting;
    const pending = catalogue.entries.filter((entry) => entry.pending);
    const [settings, rows, catalogueEditors, registerEditors] = await Promise.all([
      readSettings(db),
      editorsStatement(db, ...years),
      listProposers(db, pending, catalogue.newest),
      listRegisterEditors(db, catalogue.newest),
    ]);
    const editorsOf = (year: number) => distinctEditors(rows.filter((row) => row.year === year));
    const setting = { ...settings, waiting: (catalogue.newestAt ?? '') > at };
    refuseObstacles([
      ...years.flatMap((year) => {
        const state = returns.get(year)?.state ?? null;
        return returnObstacles({ state, editors: editorsOf(year) }, setting, actor);
      }),
      ...catalogueObstacles(catalogueEditors, setting, actor),
      ...registerObstacles(registerEditors, setting, actor),
    ]);
    if (asked.seen !== undefined) await refuseUnseen(db, years, asked.seen);
    refuseUntrue(drafting, at);

    const n = catalogue.newest + 1;
    const publishedAt = readTime(asked.publishAt, at);
    const publication = describe(drafting, asked, { n, publishedAt });
    const planned = planPublication(publication);
    const { reason, notes } = asked;
    const register = await planRegister(db, { n, reason });
    if (isNothing(planned) && pending.length + register.count === 0) {
      refuseObstacles(['nothing_to_publish']);
    }

    const people = [...years.map(editorsOf), catalogueEditors, registerEditors];
    const onePerson = people.some((all) => isOwn(all, actor));
    const catalogueRows = catalogueStatementsOf(db, pending, n);
    const { figures, targets, closedYears, sources } = planned;
    return {
      statements: [
        ...insertRows(db, release, [{ n, publishedAt, reason, notes, onePerson }]),
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
      ],
      entries: tell(publication, planned, {
        publishedAt,
        notes,
        onePerson,
        catalogue: pending.length,
        register: register.count,
      }),
      answer: { n, publishedAt },
    };
  });

function listYears({ years }: PublishBody): number[] {
  const listed = [...new Set(years.map(({ year }) => year))].toSorted((a, b) => a - b);
  if (listed.length === years.length) return listed;
  throw new AppError(400, 'invalid_request', 'A year is named twice.', [
    { field: 'years', message: 'Name each year once' },
  ]);
}

/** When the release is public, in UTC with milliseconds: as text it sorts by time. */
function readTime(asked: string | null, now: string): string {
  if (asked === null) return now;
  const time = new Date(asked);
  const ahead = time.getTime() - Date.parse(now);
  if (ahead > 0 && ahead <= FURTHEST) return time.toISOString();
  throw new AppError(422, 'invalid_time', 'The time of a release lies within the next two years.', [
    { field: 'publishAt', message: 'Enter a time to come, at most two years from now' },
  ]);
}

const draftsOf = ({ cells }: Drafting) =>
  [...cells.drafts].map(([key, { content }]) => ({ ...cellOfKey(key), content }));

function describe(
  drafting: Drafting,
  { reason, years }: PublishBody,
  { n, publishedAt }: { n: number; publishedAt: string },
): Publication {
  const { catalogue, cells } = drafting;
  const centre = catalogue.centre ?? { names: {} as Localised, timeZone: 'UTC' };
  return {
    n,
    reason,
    years,
    drafts: draftsOf(drafting),
    figures: [...cells.published].map(([key, cell]) => ({ ...cellOfKey(key), ...cell })),
    targets: catalogue.targets,
    closedYears: catalogue.closedYears,
    sources: catalogue.sources.map(({ id }) => id),
    centre: centre.names,
    day: localDay(new Date(publishedAt), centre.timeZone),
  };
}

/** The catalogue may have changed since the return was sent: what is there is judged as if it were saved now. */
function refuseUntrue(drafting: Drafting, at: string): void {
  const by = judgedBy(drafting, new Date(at));
  const said = draftsOf(drafting).filter(({ content }) => content !== null);
  const cells = (by ? judgeCells(said, by) : []).flatMap(({ year, metric, member, refusal }) =>
    refusal ? [{ year, metric, member, refusal, detail: refusalDetails[refusal] }] : [],
  );
  if (cells.length === 0) return;
  throw new AppError(
    422,
    'refused',
    'Some figures cannot be true since the catalogue has changed. Send the return back.',
    undefined,
    { cells },
  );
}

const isNothing = ({ figures, closedYears }: Published): boolean =>
  [figures, closedYears].every(({ close, open }) => close.length + open.length === 0);

const placeOf = ({ metric, year, member }: { metric: string; year: number; member: string }) => [
  metric,
  year,
  member,
];

/** An entry for each year, so that the trail of a year has its publication; one for a release of none. */
function tell(
  { n, reason, years }: Publication,
  { figures }: Published,
  release: {
    publishedAt: string;
    notes: Localised;
    onePerson: boolean;
    catalogue: number;
    register: number;
  },
): Entry[] {
  const entry = { action: 'release_published' as const, subject: String(n) };
  const told = { ...release, reason };
  if (years.length === 0) return [{ ...entry, after: told }];
  return years.map(({ year, complete }) => {
    const opened = figures.open.filter((row) => row.year === year).map(cellKeyOf);
    const closed = figures.close.filter((row) => row.year === year).map(cellKeyOf);
    const changed = closed.filter((key) => opened.includes(key)).length;
    const counts = {
      added: opened.length - changed,
      changed,
      withdrawn: closed.length - changed,
    };
    return { ...entry, year, after: { ...told, complete, ...counts } };
  });
}
