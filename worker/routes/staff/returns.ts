import { yearParam } from '../../../schema/queries.ts';
import {
  returnsAnswer,
  saveBody,
  savedAnswer,
  sheet,
  startBody,
  stateAnswer,
} from '../../../schema/staff/returns.ts';
import { AppError } from '../../errors.ts';
import { listReturns } from '../../queries/staff/returns.ts';
import { saveCells } from '../../queries/staff/save-cells.ts';
import { readSheet } from '../../queries/staff/sheet.ts';
import { startReturn } from '../../queries/staff/start-return.ts';
import { submitReturn } from '../../queries/staff/submit-return.ts';
import { createStaffRouter, json, staffRoute } from '../../staff/route.ts';

const listRoute = staffRoute('GET /returns', {
  summary: 'Every year of the record, with the state of its return',
  answer: returnsAnswer,
});

const startRoute = staffRoute('POST /returns', {
  summary: 'Start the return of a year, or corrections of a published one',
  request: { body: json(startBody) },
  answer: stateAnswer,
  says: 'It can be edited. One that could be already stays as it is.',
});

const sheetRoute = staffRoute('GET /returns/{year}', {
  summary: 'The return of a year, whole',
  request: { params: yearParam },
  answer: sheet,
  says: 'The return, beside what is published.',
});

const saveRoute = staffRoute('PUT /returns/{year}/cells', {
  summary: 'Save figures of a return: all of them, or none',
  request: { params: yearParam, body: json(saveBody) },
  answer: savedAnswer,
  says: 'Saved: each cell with its new version.',
});

const submitRoute = staffRoute('POST /returns/{year}/submit', {
  summary: 'Send a return for review, which locks it',
  request: { params: yearParam },
  answer: stateAnswer,
});

export const returns = createStaffRouter()
  .openapi(listRoute, async (c) =>
    c.json({ years: await listReturns(c.get('db'), new Date()) }, 200),
  )
  .openapi(startRoute, async (c) => {
    const { year } = c.req.valid('json');
    return c.json(await startReturn(c.get('db'), c.get('actor'), year), 200);
  })
  .openapi(sheetRoute, async (c) => {
    const { year } = c.req.valid('param');
    const found = await readSheet(c.get('db'), year);
    if (found) return c.json(found, 200);
    throw new AppError(404, 'not_started', `There is no return of ${year}. Start it first.`);
  })
  .openapi(saveRoute, async (c) => {
    const { year } = c.req.valid('param');
    const { cells } = c.req.valid('json');
    return c.json({ cells: await saveCells(c.get('db'), c.get('actor'), year, cells) }, 200);
  })
  .openapi(submitRoute, async (c) => {
    const { year } = c.req.valid('param');
    return c.json(await submitReturn(c.get('db'), c.get('actor'), year), 200);
  });
