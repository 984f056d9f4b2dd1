import { beforeAll, describe, expect, it } from 'vitest';
import { ask, prepareRecord } from './record.ts';
import { employ } from './staff.ts';

beforeAll(() => prepareRecord('facts'));

describe('GET /api/v1/staff/me', () => {
  it('refuses who is not signed in, and lets no one keep the answer', async () => {
    const answer = await ask('/api/v1/staff/me');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(await answer.json()).toMatchObject({ code: 'signed_out' });
  });

  it('says who a token speaks for', async () => {
    const editor = await employ('editor');
    expect(await editor.read('GET', '/me')).toMatchObject({ id: editor.id, role: 'editor' });
  });

  it('takes no request that another site made a browser send', async () => {
    const answer = await ask('/api/v1/staff/me', {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'cross_site' });
  });

  it('has no open CORS', async () => {
    const answer = await ask('/api/v1/staff/me', {
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});
