import { meAnswer } from '../../../schema/staff/people.ts';
import { readSettings } from '../../queries/staff/people.ts';
import { createStaffRouter, staffRoute } from '../../staff/route.ts';

const meRoute = staffRoute('GET /me', {
  summary: 'Who is signed in, and how this body works',
  answer: meAnswer,
});

export const me = createStaffRouter().openapi(meRoute, async (c) => {
  const { id, name, email, role, demo, token } = c.get('actor');
  const settings = await readSettings(c.get('db'));
  return c.json({ id, name, email, role, demo, token, settings }, 200);
});
