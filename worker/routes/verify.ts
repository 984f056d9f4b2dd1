import { createRoute } from '@hono/zod-openapi';
import { possibleShows, possibleTypes } from '../../schema/chart-views.ts';
import { metricParam, noQuery, readingQuery, yearParam } from '../../schema/queries.ts';
import { codeAnswer, verificationAnswer } from '../../schema/verify/answers.ts';
import { codeParam, codeQuery } from '../../schema/verify/queries.ts';
import { openDb } from '../current-release.ts';
import { AppError } from '../errors.ts';
import { answers, createRouter, orNotFound } from '../openapi.ts';
import { readCatalogue } from '../queries/catalogue.ts';
import { yearsOf } from '../queries/record.ts';
import type { Reading } from '../queries/releases.ts';
import { issueCode, readVerification } from '../queries/verify.ts';
import { openReading } from '../reading.ts';

const chartRoute = createRoute({
  method: 'get',
  path: '/metrics/{id}/code',
  summary: 'The code by which a chart of a metric can be verified',
  request: { params: metricParam, query: codeQuery },
  responses: answers(codeAnswer, 'The code.'),
});

const yearRoute = createRoute({
  method: 'get',
  path: '/years/{year}/code',
  summary: 'The code by which the figures of a year can be verified',
  request: { params: yearParam, query: readingQuery },
  responses: answers(codeAnswer, 'The code.'),
});

const verifyRoute = createRoute({
  method: 'get',
  path: '/verify/{code}',
  summary: 'What a code stands for, and what has changed since',
  request: { params: codeParam, query: noQuery },
  responses: answers(verificationAnswer, 'The verdict.'),
});

/** @throws AppError 400 for a year outside the record */
function checkYears(reading: Reading, years: Record<string, number>): void {
  const { founded, last } = yearsOf(reading);
  const message = `Expected a year from ${founded} to ${last}`;
  const wrong = Object.keys(years).filter((key) => years[key]! < founded || years[key]! > last);
  if (!wrong.length) return;
  const fields = wrong.map((field) => ({ field, message }));
  throw new AppError(400, 'invalid_request', 'The year is outside this record.', fields);
}

export const verify = createRouter()
  .openapi(chartRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { type, ...query } = c.req.valid('query');
    const { db, reading } = await openReading(c.env, query);
    const { metrics } = await readCatalogue(db, reading.release.n);
    const metric = orNotFound(
      metrics.find((one) => one.id === id) ?? null,
      `There is no metric "${id}" in this release.`,
    );
    const { founded, last } = yearsOf(reading);
    const { sample, from = founded, to = last } = query;
    checkYears(reading, { from, to });
    const limits = { hasBreakdown: metric.breakdown !== null, additive: metric.additive };
    const show = possibleShows(limits).find((one) => one === query.show) ?? 'value';
    const by = show === 'share' ? 'members' : limits.hasBreakdown ? query.by : 'total';
    const lines = type === 'line' && possibleTypes({ by, show }, limits)[0] !== 'line';
    const view = { kind: 'chart' as const, by, show, lines, from, to, sample };
    const secret = c.env.VERIFY_SECRET;
    const code = secret ? await issueCode(db, reading, secret, view, id) : null;
    return c.json({ release: reading.release, code }, 200);
  })
  .openapi(yearRoute, async (c) => {
    const { year } = c.req.valid('param');
    const query = c.req.valid('query');
    const { db, reading } = await openReading(c.env, query);
    checkYears(reading, { year });
    const view = { kind: 'year' as const, year, sample: query.sample };
    const secret = c.env.VERIFY_SECRET;
    const code = secret ? await issueCode(db, reading, secret, view, null) : null;
    return c.json({ release: reading.release, code }, 200);
  })
  .openapi(verifyRoute, async (c) => {
    const { code } = c.req.valid('param');
    const found = await readVerification(openDb(c.env), c.env.VERIFY_SECRET, code, new Date());
    // What anyone can make up without end is not kept.
    if (found.verdict === 'unknown') c.header('cache-control', 'no-store');
    return c.json(found, 200);
  });
