import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { PendingAnswer } from '../../../schema/staff/releases.ts';
import { audit, yearReturn } from '../../../schema/staff/tables.ts';
import { figure, release } from '../../../schema/tables.ts';
import type { Actor } from '../../staff/actor.ts';
import { catalogueObstacles, isOwn, registerObstacles } from '../../staff/obstacles.ts';
import { localYear } from '../releases.ts';
import type { StaffDb } from './open.ts';
import { listProposers } from './proposers.ts';
import { listRegisterEditors, readPendingRegister } from './register/pending.ts';
import { readReviews } from './reviews.ts';

/** All that waits for a release: returns in review, changes of the catalogue and the register, a release whose time has not come. */
export async function readPending(db: StaffDb, by: Actor, now: Date): Promise<PendingAnswer> {
  const at = now.toISOString();
  const [[tail], rows, [newest], years] = await db.batch([
    // Before all else is read: what is written meanwhile counts as not seen.
    db.select({ n: audit.n }).from(audit).orderBy(desc(audit.n)).limit(1),
    db
      .select({ year: yearReturn.year, state: yearReturn.state, release: yearReturn.release })
      .from(yearReturn)
      .orderBy(asc(yearReturn.year)),
    db.select().from(release).orderBy(desc(release.n)).limit(1),
    db
      .selectDistinct({ year: figure.year })
      .from(figure)
      .where(and(isNull(figure.lastRelease), eq(figure.sample, false)))
      .orderBy(asc(figure.year)),
  ]);
  const submitted = rows.filter(({ state }) => state === 'submitted').map(({ year }) => year);
  const { reviews, drafting, onePerson } = await readReviews(db, by, submitted, at);
  const { centre, entries, closedYears } = drafting.catalogue;
  const pending = entries.filter((entry) => entry.pending);
  const [editors, register, registerEditors] = await Promise.all([
    listProposers(db, pending, newest?.n ?? 0),
    readPendingRegister(db),
    listRegisterEditors(db, newest?.n ?? 0),
  ]);
  const setting = { onePerson, waiting: (newest?.publishedAt ?? '') > at };
  const waiting = newest && newest.publishedAt > at ? newest : null;
  const thisYear = localYear(now, centre?.timeZone ?? 'UTC');
  return {
    next: (newest?.n ?? 0) + 1,
    seen: tail?.n ?? 0,
    returns: reviews,
    catalogue: pending,
    catalogueEditors: editors.map(({ name }) => name),
    catalogueOwn: isOwn(editors, by),
    register: {
      ...register,
      editors: registerEditors.map(({ name }) => name),
      own: isOwn(registerEditors, by),
    },
    waiting: waiting && {
      n: waiting.n,
      publishedAt: waiting.publishedAt,
      reason: waiting.reason,
      notes: waiting.notes,
      years: rows.filter((row) => row.release === waiting.n).map(({ year }) => year),
    },
    unclosedYears: years
      .map(({ year }) => year)
      .filter((year) => year < thisYear && !closedYears.includes(year)),
    obstacles: [
      ...new Set([
        ...catalogueObstacles(editors, setting, by),
        ...registerObstacles(registerEditors, setting, by),
      ]),
    ],
  };
}
