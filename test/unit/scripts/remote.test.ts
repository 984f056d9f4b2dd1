import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashSecret } from '../../../worker/staff/secret.ts';
import { databaseId, openAccount } from './account.ts';

let account: ReturnType<typeof openAccount>;
beforeAll(() => {
  account = openAccount();
});
afterAll(() => account.close());

const url = 'https://yearbook.example.org';
const email = "o'brien@example.org";

/** Every call but the list of databases reaches the deployed one, and no local one. */
function expectRemote() {
  const [list, ...others] = account.calls();
  expect(list!.args).toEqual(['d1', 'list', '--json']);
  const asked = others.filter(({ args }) => args[1] !== 'list');
  expect(asked.length).toBeGreaterThan(0);
  for (const { args, id } of asked) {
    expect(args.slice(0, 3)).toEqual(['d1', 'execute', 'DB']);
    expect(args).toEqual(expect.arrayContaining(['--remote', '--json', '--command']));
    expect(args).not.toContain('--local');
    expect(id).toBe(databaseId);
  }
}

describe('npm run admin -- --remote', () => {
  it('makes a link for the deployed Worker, which a newer one replaces', () => {
    const links = [0, 1].map(() => {
      const { status, stdout, stderr } = account.run('admin.ts', email, '--remote', '--url', url);
      expect([status, stderr]).toEqual([0, '']);
      return stdout.split('\n')[0]!;
    });
    expectRemote();
    expect(links[1]).toMatch(/^https:\/\/yearbook\.example\.org\/staff\/join#[\w-]{40,}$/);
    const kept = account.database.prepare('SELECT secret_hash, email, role FROM invitation').all();
    const [, secret] = links[1]!.split('#') as [string, string];
    expect(kept).toMatchObject([{ secret_hash: hashSecret(secret), email, role: 'admin' }]);
    const told = account.database.prepare('SELECT n, action, name FROM audit ORDER BY n').all();
    const entry = { action: 'person_invited', name: 'npm run admin' };
    expect(told).toMatchObject([
      { n: 1, ...entry },
      { n: 2, ...entry },
    ]);
  });

  it.each([
    ['no address', ['--remote', '--url', url], /^Give one e-mail address/],
    ['what is no address', ['nobody', '--remote', '--url', url], /^Give one e-mail address/],
    ['two', [email, email, '--remote', '--url', url], /^Give one e-mail address/],
    ['a deployment without its address', [email, '--remote'], /^Say where the deployment is/],
    ['an odd address', [email, '--remote', '--url', 'example'], /^--url is "example"/],
    ['a state folder without a database', [email, '--state', '/nowhere'], /^There is no database/],
  ])('refuses %s in one sentence', (_, args, words) => {
    const { status, stdout, stderr } = account.run('admin.ts', ...args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('lets nobody in again who was suspended', () => {
    const insert = `INSERT INTO person (id, name, email, email_verified, role, suspended_at, demo, created_at, updated_at)
      VALUES ('p', 'P', 'gone@example.org', 1, 'admin', '2026-01-01', 0, '2026-01-01', '2026-01-01')`;
    account.database.exec(insert);
    const { status, stderr } = account.run(
      'admin.ts',
      'gone@example.org',
      '--remote',
      '--url',
      url,
    );
    expect([status, stderr]).toEqual([1, expect.stringMatching(/is suspended/)]);
  });
});

describe('npm run audit:verify -- --remote', () => {
  it('follows the chain of the deployed database, which the links above went on with', () => {
    const { status, stdout } = account.run('audit-verify.ts', '--remote');
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^2 entries, .*the chain holds/)]);
    expectRemote();
  });

  it('says so where the account has no such database', () => {
    account.tell('another');
    const { status, stderr } = account.run('audit-verify.ts', '--remote');
    expect([status, stderr]).toEqual([1, 'This Cloudflare account has no database "yearbook".\n']);
  });
});
