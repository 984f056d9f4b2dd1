import { releaseParam, yearParam } from '../../../schema/queries.ts';
import { registerChanges, registerChangesQuery } from '../../../schema/staff/pending-register.ts';
import {
  pendingAnswer,
  publishBody,
  publishedAnswer,
  review,
  withdrawnAnswer,
} from '../../../schema/staff/releases.ts';
import { sendBackBody, stateAnswer } from '../../../schema/staff/returns.ts';
import { AppError } from '../../errors.ts';
import { readPending } from '../../queries/staff/pending.ts';
import { readRegisterChanges } from '../../queries/staff/register/pending.ts';
import { publishRelease } from '../../queries/staff/publish.ts';
import { readReviews } from '../../queries/staff/reviews.ts';
import { sendBack } from '../../queries/staff/send-back.ts';
import { withdrawRelease } from '../../queries/staff/withdraw.ts';
import { createStaffRouter, json, staffRoute } from '../../staff/route.ts';

const pendingRoute = staffRoute('GET /releases', {
  summary: 'What waits for a release',
  answer: pendingAnswer,
  says: 'Returns in review, changes of the catalogue, and a release whose time has not come.',
});

const registerRoute = staffRoute('GET /releases/register', {
  summary: 'What of the register waits for a release, a page at a time',
  request: { query: registerChangesQuery },
  answer: registerChanges,
  says: 'Each entry as it is public, and as the next release will have it.',
});

const publishRoute = staffRoute('POST /releases', {
  summary: 'Publish returns as a release, now or at a time to come',
  request: { body: json(publishBody) },
  answer: publishedAnswer,
  says: 'Published, whole. Changes of the catalogue that waited are part of it.',
});

const withdrawRoute = staffRoute('DELETE /releases/{n}', {
  summary: 'Withdraw a release whose time has not come',
  request: { params: releaseParam },
  answer: withdrawnAnswer,
  says: 'The record is as it was before, and the returns are in review again.',
});

const reviewRoute = staffRoute('GET /returns/{year}/review', {
  summary: 'The return of a year beside what is public',
  request: { params: yearParam },
  answer: review,
});

const sendBackRoute = staffRoute('POST /returns/{year}/send-back', {
  summary: 'Send a return back to its editors',
  request: { params: yearParam, body: json(sendBackBody) },
  answer: stateAnswer,
  says: 'It can be edited again.',
});

export const releases = createStaffRouter()
  .openapi(pendingRoute, async (c) =>
    c.json(await readPending(c.get('db'), c.get('actor'), new Date()), 200),
  )
  .openapi(registerRoute, async (c) =>
    c.json(await readRegisterChanges(c.get('db'), c.req.valid('query').after), 200),
  )
  .openapi(publishRoute, async (c) =>
    c.json(await publishRelease(c.get('db'), c.get('actor'), c.req.valid('json')), 200),
  )
  .openapi(withdrawRoute, async (c) => {
    const { n } = c.req.valid('param');
    return c.json(await withdrawRelease(c.get('db'), c.get('actor'), n), 200);
  })
  .openapi(reviewRoute, async (c) => {
    const { year } = c.req.valid('param');
    const now = new Date().toISOString();
    const { reviews } = await readReviews(c.get('db'), c.get('actor'), [year], now);
    const [found] = reviews;
    if (found) return c.json(found, 200);
    throw new AppError(404, 'not_started', `There is no return of ${year}. Start it first.`);
  })
  .openapi(sendBackRoute, async (c) => {
    const { year } = c.req.valid('param');
    const body = c.req.valid('json');
    return c.json(await sendBack(c.get('db'), c.get('actor'), year, body), 200);
  });
