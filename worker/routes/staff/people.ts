import { z } from '@hono/zod-openapi';
import { peopleAnswer, personAnswer, personBody } from '../../../schema/staff/people.ts';
import { changePerson } from '../../queries/staff/change-person.ts';
import { listPeople } from '../../queries/staff/list-people.ts';
import { createStaffRouter, json, staffRoute } from '../../staff/route.ts';
import { invitations } from './invitations.ts';
import { settings } from './settings.ts';
import { tokens } from './tokens.ts';

const listRoute = staffRoute('GET /people', {
  summary: 'Everyone who may sign in, and the invitations that wait',
  answer: peopleAnswer,
});

const changeRoute = staffRoute('PATCH /people/{id}', {
  summary: 'Give a person another role, suspend or restore them',
  request: { params: z.object({ id: z.string() }), body: json(personBody) },
  answer: personAnswer,
});

export const people = createStaffRouter()
  .openapi(listRoute, async (c) =>
    c.json(await listPeople(c.get('db'), new Date().toISOString()), 200),
  )
  .openapi(changeRoute, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await changePerson(c.get('db'), c.get('actor'), id, c.req.valid('json')), 200);
  })
  .route('/', invitations)
  .route('/', tokens)
  .route('/', settings);
