import { createRoute } from '@hono/zod-openapi';
import { countriesAnswer } from '../../../schema/register/answers.ts';
import { registerReading } from '../../../schema/register/queries.ts';
import { answers, createRouter } from '../../openapi.ts';
import { countCountries } from '../../queries/register/countries.ts';
import { openReading } from '../../reading.ts';

const countriesRoute = createRoute({
  method: 'get',
  path: '/countries',
  summary: 'The countries of the parties, by year',
  request: { query: registerReading },
  responses: answers(countriesAnswer, 'The countries, those with most records first.'),
});

/** The countries of the parties. */
export const countries = createRouter().openapi(countriesRoute, async (c) => {
  const { sample, ...at } = c.req.valid('query');
  const { db, reading } = await openReading(c.env, at);
  const { release } = reading;
  const found = await countCountries(db, release.n, sample);
  return c.json({ release, sample, countries: found }, 200);
});
