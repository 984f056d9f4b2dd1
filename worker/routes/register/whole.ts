import { createRoute } from '@hono/zod-openapi';
import { readingQuery, wordedReadingQuery } from '../../../schema/queries.ts';
import { registerAnswer } from '../../../schema/register/whole.ts';
import { writeRegisterXlsx } from '../../files/register-xlsx.ts';
import { answers, createRouter, fileAnswers } from '../../openapi.ts';
import { readRegister } from '../../queries/register/whole.ts';
import { openReading } from '../../reading.ts';
import { answerFile, types } from '../answer-file.ts';

const jsonRoute = createRoute({
  method: 'get',
  path: '/register.json',
  summary:
    'The whole register: records, organisations, how metrics count them; at most 5,000 of each',
  request: { query: readingQuery },
  responses: answers(registerAnswer, 'Everything that the register holds.'),
});

const xlsxRoute = createRoute({
  method: 'get',
  path: '/register.xlsx',
  summary: 'The same as a workbook: records, parties, organisations, counts, sources, notes',
  request: { query: wordedReadingQuery },
  responses: fileAnswers(types.xlsx, 'The workbook.'),
});

/** The whole register as files. */
export const register = createRouter()
  .openapi(jsonRoute, async (c) => {
    const query = c.req.valid('query');
    const { db, reading } = await openReading(c.env, query);
    return c.json(await readRegister(db, reading, query.sample), 200);
  })
  .openapi(xlsxRoute, async (c) => {
    const { lang, ...query } = c.req.valid('query');
    const { db, reading } = await openReading(c.env, query);
    const found = await readRegister(db, reading, query.sample);
    return answerFile(c, 'register', 'xlsx', found, writeRegisterXlsx(found, lang));
  });
