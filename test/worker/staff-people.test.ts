import { beforeAll, describe, expect, it } from 'vitest';
import { Browser, hire, password } from './browser.ts';
import { ask, database, prepareRecord } from './record.ts';
import { employ, type Colleague } from './staff.ts';

let admin: Colleague;
beforeAll(async () => {
  await prepareRecord('facts');
  admin = await employ('admin');
});

type Invited = { id: string; secret: string; expiresAt: string };
const address = () => `${crypto.randomUUID()}@example.org`;
const invite = (email: string, role = 'editor') =>
  admin.read<Invited>('POST', '/invitations', { email, role });

const post = (path: string, body: object) =>
  ask(`/api/v1/staff${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://yearbook.test' },
    body: JSON.stringify(body),
  });
const accept = (secret: string, name = 'Newcomer') =>
  post('/invitations/accept', { secret, name, password });
const look = (secret: string) => post('/invitations/look', { secret });

/** The newest entries of the trail, with what they hold. */
async function trail(count: number) {
  const { results } = await database
    .prepare('SELECT action, name, subject, before, after FROM audit ORDER BY n DESC LIMIT ?')
    .bind(count)
    .all<{ action: string; name: string; after: string | null; before: string | null }>();
  return results.map(({ before, after, ...rest }) => ({
    ...rest,
    before: JSON.parse(before ?? 'null') as unknown,
    after: JSON.parse(after ?? 'null') as unknown,
  }));
}

describe('an invitation', () => {
  it('lets a person in, once, and keeps its secret nowhere', async () => {
    const email = address();
    const { secret, expiresAt } = await invite(email.toUpperCase(), 'reviewer');
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(6.9 * 24 * 3600_000);
    const { results } = await database.prepare('SELECT * FROM invitation, audit').all();
    expect(JSON.stringify(results)).not.toContain(secret);
    expect(await (await look(secret)).json()).toEqual({
      email,
      role: 'reviewer',
      returning: false,
    });

    expect((await accept(secret)).status).toBe(200);
    const browser = new Browser();
    await browser.signIn(email);
    const me = await (await browser.ask('GET', '/api/v1/staff/me')).json();
    expect(me).toMatchObject({ email, name: 'Newcomer', role: 'reviewer', demo: false });
    expect(await trail(2)).toMatchObject([
      { action: 'person_joined', name: 'Newcomer', after: { email, role: 'reviewer' } },
      { action: 'person_invited', name: admin.name, after: { email, role: 'reviewer' } },
    ]);
    for (const answer of [await look(secret), await accept(secret)]) {
      expect([answer.status, await answer.json()]).toMatchObject([
        404,
        { code: 'invitation_gone' },
      ]);
    }
  });

  it('is used by one of two who open it at the same moment', async () => {
    const { secret } = await invite(address());
    const both = await Promise.all([accept(secret, 'One'), accept(secret, 'Two')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 404]);
  });

  it('ends after its time, when revoked, and when a newer one is made', async () => {
    const [late, revoked, email] = [await invite(address()), await invite(address()), address()];
    const past = 'UPDATE invitation SET expires_at = ? WHERE id = ?';
    await database.prepare(past).bind(new Date().toISOString(), late.id).run();
    await admin.read('DELETE', `/invitations/${revoked.id}`);
    const [older, newer] = [await invite(email), await invite(email)];
    for (const { secret } of [late, revoked, older])
      expect((await accept(secret)).status).toBe(404);
    const { invitations } = await admin.read<{ invitations: { id: string }[] }>('GET', '/people');
    const ids = invitations.map(({ id }) => id);
    expect(ids).toContain(newer.id);
    for (const { id } of [late, revoked, older]) expect(ids).not.toContain(id);
    expect((await accept(newer.secret)).status).toBe(200);
    await admin.read('DELETE', `/invitations/${newer.id}`, undefined, 404);
  });

  it('gives somebody who is there a new password, not a new role, and ends their sessions', async () => {
    const { email, id } = await hire('viewer');
    const before = new Browser();
    await before.signIn(email);
    const { secret } = await invite(email, 'admin');
    expect(await (await look(secret)).json()).toEqual({ email, role: 'viewer', returning: true });
    const next = 'quite another staple';
    expect((await post('/invitations/accept', { secret, password: next })).status).toBe(200);
    expect(await before.status()).toBe(401);
    expect((await before.signIn(email)).status).toBe(401);
    expect((await before.signIn(email, next)).status).toBe(200);
    const me = await (await before.ask('GET', '/api/v1/staff/me')).json();
    expect(me).toMatchObject({ id, role: 'viewer', name: 'a test viewer' });
  });

  it('is of no use for somebody suspended', async () => {
    const { email, id } = await hire('viewer');
    const { secret } = await invite(email);
    await admin.read('PATCH', `/people/${id}`, { suspended: true });
    expect((await accept(secret)).status).toBe(404);
    const problem = await admin.read('POST', '/invitations', { email, role: 'viewer' }, 409);
    expect(problem).toMatchObject({ code: 'suspended' });
  });

  it('refuses what is no address, a short password and no name, naming the field', async () => {
    const bad = await admin.read(
      'POST',
      '/invitations',
      { email: 'somebody', role: 'editor' },
      400,
    );
    expect(bad).toMatchObject({ fields: [{ field: 'email' }] });
    const { secret } = await invite(address());
    const short = await post('/invitations/accept', { secret, name: 'A', password: 'short' });
    expect(await short.json()).toMatchObject({ fields: [{ field: 'password' }] });
    const nameless = await post('/invitations/accept', { secret, password });
    expect(await nameless.json()).toMatchObject({ fields: [{ field: 'name' }] });
    expect((await accept(secret)).status).toBe(200);
  });
});

describe('PATCH /api/v1/staff/people/{id}', () => {
  it('refuses one’s own role and suspending oneself', async () => {
    for (const body of [{ role: 'viewer' }, { suspended: true }]) {
      const problem = await admin.read('PATCH', `/people/${admin.id}`, body, 409);
      expect(problem).toMatchObject({ code: 'own_role' });
    }
    await admin.read('PATCH', '/people/nobody', { role: 'viewer' }, 404);
  });

  it('leaves somebody who can let people in, also when two act on each other at once', async () => {
    const other = await employ('admin');
    const everyone = `UPDATE person SET role = 'viewer' WHERE role = 'admin' AND id NOT IN (?, ?)`;
    await database.prepare(everyone).bind(admin.id, other.id).run();
    const answers = await Promise.all([
      admin.ask('PATCH', `/people/${other.id}`, { suspended: true }),
      other.ask('PATCH', `/people/${admin.id}`, { role: 'editor' }),
    ]);
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses[0]).toBe(200);
    expect([401, 403, 409]).toContain(statuses[1]);
    const left = `SELECT count(*) AS n FROM person WHERE role = 'admin' AND suspended_at IS NULL`;
    expect(await database.prepare(left).first()).toEqual({ n: 1 });
    await database
      .prepare(`UPDATE person SET role = 'admin', suspended_at = NULL WHERE id = ?`)
      .bind(admin.id)
      .run();
  });

  it('tells the trail what was and what is, and nothing when nothing changes', async () => {
    const { id } = await hire('viewer');
    await admin.read('PATCH', `/people/${id}`, { role: 'editor', suspended: true });
    const [entry] = await trail(1);
    expect(entry).toMatchObject({
      action: 'person_changed',
      subject: id,
      before: { role: 'viewer', suspended: false },
      after: { role: 'editor', suspended: true },
    });
    await admin.read('PATCH', `/people/${id}`, { role: 'editor', suspended: true });
    expect(await trail(1)).toEqual([entry]);
  });
});

describe('an API token', () => {
  type Issued = { id: string; token: string };
  const me = (token: string) =>
    ask('/api/v1/staff/me', { headers: { authorization: `Bearer ${token}` } });

  it('speaks for who issued it, in its own role, until it is revoked; only its hash is kept', async () => {
    const body = { name: 'nightly import', role: 'editor', days: 30 };
    const { id, token } = await admin.read<Issued>('POST', '/tokens', body);
    expect(await (await me(token)).json()).toMatchObject({
      id: admin.id,
      role: 'editor',
      token: 'nightly import',
    });
    const { results } = await database.prepare('SELECT * FROM api_token').all();
    expect(JSON.stringify(results)).not.toContain(token);
    expect(JSON.stringify(await admin.read('GET', '/tokens'))).not.toContain(token);
    await admin.read('DELETE', `/tokens/${id}`);
    expect((await me(token)).status).toBe(401);
    await admin.read('DELETE', `/tokens/${id}`);
    expect((await trail(2)).map(({ action }) => action)).toEqual(['token_revoked', 'token_issued']);
  });

  it('ends by itself', async () => {
    const body = { name: 'short', role: 'viewer', days: 1 };
    const { id, token } = await admin.read<Issued>('POST', '/tokens', body);
    const past = 'UPDATE api_token SET expires_at = ? WHERE id = ?';
    await database.prepare(past).bind(new Date().toISOString(), id).run();
    expect((await me(token)).status).toBe(401);
    await admin.read('POST', '/tokens', { ...body, days: 0 }, 400);
    await admin.read('POST', '/tokens', { ...body, days: 367 }, 400);
    await admin.read('POST', '/tokens', { ...body, name: 'a \u202egnp.exe' }, 400);
  });

  it('may do no more than the person, whatever was issued; nothing while they are suspended', async () => {
    const other = await employ('admin');
    const body = { name: 'all', role: 'admin', days: 1 };
    const { token } = await other.read<Issued>('POST', '/tokens', body);
    await admin.read('PATCH', `/people/${other.id}`, { role: 'viewer' });
    expect(await (await me(token)).json()).toMatchObject({ role: 'viewer' });
    await admin.read('PATCH', `/people/${other.id}`, { suspended: true });
    expect((await me(token)).status).toBe(401);
  });
});

describe('PUT /api/v1/staff/settings', () => {
  it('is told in the trail, once', async () => {
    await admin.read('PUT', '/settings', { onePerson: true });
    await admin.read('PUT', '/settings', { onePerson: true });
    const saved = { onePerson: true, countEmbeds: true };
    expect(await admin.read('GET', '/settings')).toEqual(saved);
    const [newest, older] = await trail(2);
    expect(newest).toMatchObject({ before: { ...saved, onePerson: false }, after: saved });
    expect(older!.action).not.toBe('settings_saved');
  });
});
