import { embedsAnswer, embedsQuery } from '../../../schema/staff/embeds.ts';
import { readEmbeds } from '../../queries/staff/embed-uses.ts';
import { createStaffRouter, staffRoute } from '../../staff/route.ts';

const listRoute = staffRoute('GET /embeds', {
  summary: 'Where charts are embedded: how often which hosts showed which chart',
  request: { query: embedsQuery },
  answer: embedsAnswer,
});

export const embeds = createStaffRouter().openapi(listRoute, async (c) =>
  c.json(await readEmbeds(c.get('db'), c.req.valid('query').chart), 200),
);
