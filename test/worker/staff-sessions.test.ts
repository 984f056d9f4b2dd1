import { beforeAll, describe, expect, it } from 'vitest';
import { Browser, hire, password } from './browser.ts';
import { database, prepareRecord } from './record.ts';
import { employ } from './staff.ts';

beforeAll(() => prepareRecord('facts'));

const cookieName = 'yearbook.session_token';

/** A browser in which a new viewer is signed in. */
async function signedIn() {
  const person = await hire('viewer');
  const browser = new Browser();
  expect((await browser.signIn(person.email)).status).toBe(200);
  return { person, browser };
}

describe('POST /api/auth/sign-in/email', () => {
  it('sets a cookie that no script reads and no other site sends, and tells nothing else', async () => {
    const person = await hire('editor');
    const browser = new Browser();
    const answer = await browser.signIn(person.email.toUpperCase());
    expect(await answer.json()).toEqual({});
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(browser.set).toEqual([expect.stringMatching(`^${cookieName}=`)]);
    const flags = browser.set[0]!.split('; ').slice(1).toSorted();
    expect(flags).toEqual(['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Lax']);
    expect(await browser.status()).toBe(200);
  });

  it('sends the cookie over https only where it was set over https', async () => {
    const person = await hire('editor');
    const browser = new Browser({ origin: 'https://yearbook.test' });
    await browser.signIn(person.email);
    expect(browser.set).toEqual([expect.stringMatching(`^__Secure-${cookieName}=.*; Secure`)]);
    expect(await browser.status()).toBe(200);
  });

  it('says the same of a wrong password and of nobody', async () => {
    const { email } = await hire('viewer');
    for (const [address, secret] of [
      [email, 'wrong horse battery staple'],
      [email, 'x'.repeat(500)],
      ['nobody@example.org', password],
      ['nobody', password],
    ] as const) {
      const browser = new Browser();
      const answer = await browser.signIn(address, secret);
      expect([address, answer.status]).toEqual([address, 401]);
      expect(await answer.json()).toMatchObject({ code: 'wrong_credentials' });
      expect(browser.set).toEqual([]);
    }
  });

  it('begins a new session each time: neither one planted before nor the former one is used', async () => {
    const { browser, person } = await signedIn();
    const first = browser.cookies.get(cookieName)!;
    await browser.signIn(person.email);
    expect(browser.cookies.get(cookieName)).not.toBe(first);
    const thief = new Browser();
    thief.cookies.set(cookieName, first);
    expect(await thief.status()).toBe(401);

    const planted = new Browser();
    planted.cookies.set(cookieName, 'planted.value');
    await planted.signIn(person.email);
    expect(planted.cookies.get(cookieName)).not.toBe('planted.value');
    expect(await planted.status()).toBe(200);
  });

  it('takes ten attempts a minute from one address, then says how long to wait', async () => {
    const { email } = await hire('viewer');
    const browser = new Browser();
    for (let i = 0; i < 10; i += 1) {
      expect((await browser.signIn('nobody@example.org')).status).toBe(401);
    }
    const answer = await browser.signIn(email);
    expect(answer.status).toBe(429);
    const problem = await answer.json<{ code: string; detail: string; retryAfter: number }>();
    expect(problem).toMatchObject({ code: 'too_many_attempts' });
    expect(problem.detail).toMatch(/Try again in \d+ seconds/);
    expect(Number(answer.headers.get('retry-after'))).toBe(problem.retryAfter);
    expect(problem.retryAfter).toBeGreaterThan(0);
    expect((await new Browser().signIn(email)).status).toBe(200);
  });

  it('tells somebody suspended so, but only with the right password', async () => {
    const admin = await employ('admin');
    const { email, id } = await hire('reviewer');
    await admin.read('PATCH', `/people/${id}`, { suspended: true });
    const browser = new Browser();
    const answer = await browser.signIn(email);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'suspended' });
    expect(browser.cookies.size).toBe(0);
    expect(await (await browser.signIn(email, 'wrong')).json()).toMatchObject({
      code: 'wrong_credentials',
    });
  });

  it.each(['/sign-up/email', '/request-password-reset', '/get-session', '/update-user'])(
    'serves nothing at /api/auth%s',
    async (path) => {
      const body = { email: 'a@example.org', password, name: 'a' };
      expect((await new Browser().ask('POST', `/api/auth${path}`, body)).status).toBe(404);
    },
  );
});

describe('a session', () => {
  it('ends when its time is over', async () => {
    const { browser, person } = await signedIn();
    const past = new Date(Date.now() - 1000).toISOString();
    const update = 'UPDATE session SET expires_at = ? WHERE person_id = ?';
    await database.prepare(update).bind(past, person.id).run();
    expect(await browser.status()).toBe(401);
    expect(browser.cookies.size).toBe(0);
  });

  it('is prolonged by use, in the database and in the browser', async () => {
    const { browser, person } = await signedIn();
    const soon = new Date(Date.now() + 3600_000).toISOString();
    const update = 'UPDATE session SET expires_at = ? WHERE person_id = ?';
    await database.prepare(update).bind(soon, person.id).run();
    expect(await browser.status()).toBe(200);
    expect(browser.set).toEqual([expect.stringContaining('Max-Age=604800')]);
    const read = database.prepare('SELECT expires_at AS at FROM session WHERE person_id = ?');
    const row = await read.bind(person.id).first<{ at: string }>();
    expect(Date.parse(row!.at)).toBeGreaterThan(Date.now() + 6 * 24 * 3600_000);
  });

  it('is not taken with a signature that is not ours', async () => {
    const { browser } = await signedIn();
    const [token] = decodeURIComponent(browser.cookies.get(cookieName)!).split('.');
    const forged = new Browser();
    forged.cookies.set(cookieName, `${token}.${btoa('x'.repeat(32))}`);
    expect(await forged.status()).toBe(401);
  });

  it('ends with POST /api/auth/sign-out, and the others with it by /revoke-sessions', async () => {
    const { browser, person } = await signedIn();
    const [second, third] = [new Browser(), new Browser()];
    await second.signIn(person.email);
    await third.signIn(person.email);
    const kept = new Map(browser.cookies);
    expect((await browser.ask('POST', '/api/auth/sign-out', {})).status).toBe(200);
    expect(browser.cookies.size).toBe(0);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect([await browser.status(), await second.status()]).toEqual([401, 200]);
    expect((await second.ask('POST', '/api/auth/revoke-sessions', {})).status).toBe(200);
    expect([await second.status(), await third.status()]).toEqual([401, 401]);
  });

  it('ends at once when the person is suspended, and does not come back', async () => {
    const admin = await employ('admin');
    const { browser, person } = await signedIn();
    await admin.read('PATCH', `/people/${person.id}`, { suspended: true });
    expect(await browser.status()).toBe(401);
    await admin.read('PATCH', `/people/${person.id}`, { suspended: false });
    expect(await browser.status()).toBe(401);
    expect((await browser.signIn(person.email)).status).toBe(200);
  });

  it('follows a change of the role at once', async () => {
    const admin = await employ('admin');
    const { browser, person } = await signedIn();
    expect((await browser.ask('GET', '/api/v1/staff/people')).status).toBe(403);
    await admin.read('PATCH', `/people/${person.id}`, { role: 'admin' });
    expect((await browser.ask('GET', '/api/v1/staff/people')).status).toBe(200);
  });
});

describe('POST /api/auth/change-password', () => {
  const change = (browser: Browser, currentPassword: string, newPassword: string) =>
    browser.ask('POST', '/api/auth/change-password', { currentPassword, newPassword });
  const next = 'another horse, another staple';

  it('takes the current password and ends the other sessions', async () => {
    const { browser, person } = await signedIn();
    const elsewhere = new Browser();
    await elsewhere.signIn(person.email);
    const wrong = await change(browser, 'not this', next);
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { code: 'wrong_password' }]);
    const short = await change(browser, password, 'short');
    expect(await short.json()).toMatchObject({ fields: [{ field: 'newPassword' }] });
    expect([await browser.status(), await elsewhere.status()]).toEqual([200, 200]);

    expect((await change(browser, password, next)).status).toBe(200);
    expect([await browser.status(), await elsewhere.status()]).toEqual([200, 401]);
    expect((await elsewhere.signIn(person.email)).status).toBe(401);
    expect((await elsewhere.signIn(person.email, next)).status).toBe(200);
    const told = await database
      .prepare(`select person, before, after, why from audit where action = 'password_changed'`)
      .all();
    expect(told.results).toEqual([{ person: person.id, before: null, after: null, why: null }]);
  });

  it('takes a session', async () => {
    const answer = await change(new Browser(), password, next);
    expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'signed_out' }]);
  });
});

describe('a request that another site makes a browser send', () => {
  const body = { onePerson: true };
  it.each([
    ['its origin', { origin: 'https://elsewhere.example' }],
    ['what the browser says of it', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling host', { 'sec-fetch-site': 'same-site' }],
    ['an opaque origin', { origin: 'null' }],
    [
      'credentials in the address',
      { origin: 'https://elsewhere.example', authorization: `Basic ${btoa('a:b')}` },
    ],
  ])('is refused with the cookie of an admin: by %s', async (_, headers) => {
    const { email } = await hire('admin');
    const browser = new Browser();
    await browser.signIn(email);
    const answer = await browser.ask('PUT', '/api/v1/staff/settings', body, headers);
    expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'cross_site' }]);
    expect((await browser.ask('POST', '/api/auth/sign-out', {}, headers)).status).toBe(403);
    expect(await browser.status()).toBe(200);
    expect(await (await browser.ask('GET', '/api/v1/staff/settings')).json()).toMatchObject({
      onePerson: false,
    });
  });

  it('cannot come without a word of where from', async () => {
    const { browser } = await signedIn();
    browser.origin = 'http://yearbook.test';
    const answer = await browser.ask('POST', '/api/auth/sign-out', {}, { origin: '' });
    expect(answer.status).toBe(403);
  });
});
