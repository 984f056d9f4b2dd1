import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFront, type Site } from '../../worker/front.ts';
import { Browser, hire } from './browser.ts';
import { database, prepareRecord } from './record.ts';

beforeAll(() => prepareRecord('facts'));

/** A site whose one page says who is signed in, as the staff's pages do: by calling the API in process. */
const site: Site = {
  async fetch(request, { API }) {
    const headers = { cookie: request.headers.get('cookie') ?? '' };
    const me = await API.fetch(new Request(new URL('/api/v1/staff/me', request.url), { headers }));
    return new Response(await me.text());
  },
};

describe('a page of the staff', () => {
  it('carries the cookie by which a call in process prolonged the session, and is kept by no one', async () => {
    const { email, id } = await hire('viewer');
    const browser = new Browser();
    await browser.signIn(email);
    const soon = new Date(Date.now() + 3600_000).toISOString();
    const update = 'UPDATE session SET expires_at = ? WHERE person_id = ?';
    await database.prepare(update).bind(soon, id).run();

    const ctx = createExecutionContext();
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const request = new Request('http://yearbook.test/staff', { headers: { cookie } });
    const answer = await createFront(site).fetch(request, env, ctx);
    await waitOnExecutionContext(ctx);
    expect(await answer.json()).toMatchObject({ id });
    expect(answer.headers.getSetCookie()).toEqual([expect.stringContaining('Max-Age=604800')]);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });
});
