import { settings as shape, settingsBody } from '../../../schema/staff/people.ts';
import { readSettings } from '../../queries/staff/people.ts';
import { saveSettings } from '../../queries/staff/settings.ts';
import { createStaffRouter, json, staffRoute } from '../../staff/route.ts';

const readRoute = staffRoute('GET /settings', {
  summary: 'How this body works',
  answer: shape,
});

const saveRoute = staffRoute('PUT /settings', {
  summary: 'Say how this body works',
  request: { body: json(settingsBody) },
  answer: shape,
});

export const settings = createStaffRouter()
  .openapi(readRoute, async (c) => c.json(await readSettings(c.get('db')), 200))
  .openapi(saveRoute, async (c) =>
    c.json(await saveSettings(c.get('db'), c.get('actor'), c.req.valid('json')), 200),
  );
