import { createRoute } from '@hono/zod-openapi';
import type { z } from '@hono/zod-openapi';
import { countriesAnswer } from '../../../schema/register/answers.ts';
import { countriesQuery } from '../../../schema/register/queries.ts';
import { writeCountriesCsv } from '../../files/countries.ts';
import { answers, createRouter, fileAnswers } from '../../openapi.ts';
import { countCountries, findHomeCountry } from '../../queries/register/countries.ts';
import { openReading } from '../../reading.ts';
import { answerFile } from '../answer-file.ts';

const countriesRoute = createRoute({
  method: 'get',
  path: '/countries',
  summary: 'The countries of the parties, by year',
  request: { query: countriesQuery },
  responses: answers(countriesAnswer, 'The countries, those with most records first.'),
});

const countriesCsvRoute = createRoute({
  method: 'get',
  path: '/countries.csv',
  summary: 'The same as CSV (UTF-8 with BOM), one row a country and year',
  request: { query: countriesQuery },
  responses: fileAnswers('text/csv', 'The countries.'),
});

/** The countries of the register as a release has it; home is among them. */
async function readCountries(env: Env, query: z.infer<typeof countriesQuery>) {
  const { sample, year, ...at } = query;
  const { db, reading } = await openReading(env, at);
  const { release, centre } = reading;
  const [countries, home] = await Promise.all([
    countCountries(db, release.n, { year, sample }),
    findHomeCountry(db, reading),
  ]);
  const founded = centre.foundedYear;
  return { release, sample, founded, year: year ?? null, home, countries };
}

/** The countries of the parties. */
export const countries = createRouter()
  .openapi(countriesRoute, async (c) =>
    c.json(await readCountries(c.env, c.req.valid('query')), 200),
  )
  .openapi(countriesCsvRoute, async (c) => {
    const found = await readCountries(c.env, c.req.valid('query'));
    const what = found.year === null ? 'countries' : `countries-${found.year}`;
    return answerFile(c, what, 'csv', found, writeCountriesCsv(found.countries));
  });
