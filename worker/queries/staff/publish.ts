import type { PublishBody } from '../../../schema/staff/releases.ts';
import { AppError } from '../../errors.ts';
import { planPublication, type Published } from '../../figures/publication.ts';
import type { Actor } from '../../staff/actor.ts';
import {
  catalogueObstacles,
  isOwn,
  refuseObstacles,
  registerObstacles,
  returnObstacles,
} from '../../staff/obstacles.ts';
import { commit } from './commit.ts';
import { describePublication } from './describe-publication.ts';
import { readDrafting } from './drafting.ts';
import { distinctEditors, editorsStatement } from './editors.ts';
import type { StaffDb } from './open.ts';
import { openRelease } from './open-release.ts';
import { readSettings } from './people.ts';
import { listProposers } from './proposers.ts';
import { listRegisterEditors } from './register/pending.ts';
import { planRegister } from './register/publish.ts';
import { refuseUnseen } from './refuse-unseen.ts';
import { refuseUntrue } from './refuse-untrue.ts';
import { tellRelease } from './tell-release.ts';

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
    refuseUntrue(drafting, new Date(at), 'Send the return back.');

    const n = catalogue.newest + 1;
    const publishedAt = readTime(asked.publishAt, at);
    const publication = describePublication(drafting, asked, { n, publishedAt });
    const planned = planPublication(publication);
    const { reason, notes } = asked;
    const register = await planRegister(db, { n, reason });
    if (isNothing(planned) && pending.length + register.count === 0) {
      refuseObstacles(['nothing_to_publish']);
    }

    const people = [...years.map(editorsOf), catalogueEditors, registerEditors];
    const onePerson = people.some((all) => isOwn(all, actor));
    const row = { n, publishedAt, reason, notes, onePerson };
    return {
      statements: openRelease(db, row, { planned, pending, register, years }),
      entries: tellRelease(publication, planned, {
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

const isNothing = ({ figures, closedYears }: Published): boolean =>
  [figures, closedYears].every(({ close, open }) => close.length + open.length === 0);
