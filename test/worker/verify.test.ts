import { env } from 'cloudflare:workers';
import { createExecutionContext } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import { plainCode, readCode, writeCode } from '../../schema/verify/code.ts';
import type { Verification } from '../../schema/verify/answers.ts';
import { createFront } from '../../worker/front.ts';
import { ask, database, prepareRecord, read } from './record.ts';

const secret = (env as Env).VERIFY_SECRET!;
const path = '/api/v1/metrics/meeting-participants/code';
const codeOf = async (query: string, from = path) =>
  (await read<{ code: string }>(`${from}?${query}`)).code;
const verify = (code: string) => read<Verification>(`/api/v1/verify/${encodeURIComponent(code)}`);

async function published(code: string) {
  const found = await verify(code);
  if (found.verdict !== 'published') throw new Error(`${code} is ${found.verdict}`);
  return found;
}

/** Release 5 corrects 2024. */
const publishAgain = () =>
  database.batch([
    database.prepare(
      `insert into release (n, published_at, reason, notes) values (5, '2025-11-02T00:00:00.000Z', 'correction', '{}')`,
    ),
    database.prepare(
      `insert into figure select metric, year, member, 5, null, 96, qualifier, status, sample, source,
         '{"en":"Counted twice","zh":"重复计数"}', 'correction'
       from figure where metric = 'meeting-participants' and year = 2024 and last_release is null`,
    ),
    database.prepare(
      `update figure set last_release = 4
       where metric = 'meeting-participants' and year = 2024 and first_release < 5 and last_release is null`,
    ),
  ]);

describe('GET /api/v1/verify/:code', () => {
  let code = '';
  beforeAll(async () => {
    await prepareRecord('facts');
    code = await codeOf('release=4&from=2018&to=2024');
  });

  it('leads from a code to the view and the release', async () => {
    const { release, newest, metric, view, changes } = await published(code);
    expect([release.n, newest.n, metric]).toEqual([4, 4, 'meeting-participants']);
    expect(view).toMatchObject({ by: 'total', show: 'value', from: 2018, to: 2024 });
    expect(changes).toEqual([]);
    const share = await codeOf(
      'show=share&from=2024&to=2024',
      '/api/v1/metrics/agreements-signed/code',
    );
    expect(await published(share)).toMatchObject({
      metric: 'agreements-signed',
      view: { by: 'members', show: 'share', lines: false },
    });
  });

  it('has another code for every other view, release and metric', async () => {
    const codes = await Promise.all([
      code,
      codeOf('release=3&from=2018&to=2024'),
      codeOf('release=4&from=2019&to=2024'),
      codeOf('release=4&from=2018&to=2024&show=change'),
      codeOf('release=4&from=2018&to=2024&type=line'),
      codeOf('release=4&from=2018&to=2024&sample=exclude'),
      codeOf('release=4&from=2018&to=2024', '/api/v1/metrics/projects-landed/code'),
      codeOf('release=4', '/api/v1/years/2024/code'),
    ]);
    expect(new Set(codes).size).toBe(codes.length);
    for (const one of codes) expect((await verify(one)).verdict).toBe('published');
    expect(await published(codes.at(-1)!)).toMatchObject({
      metric: null,
      view: { kind: 'year', year: 2024 },
    });
  });

  it('gives the same code to a frozen address after later releases, and tells what has changed', async () => {
    await publishAgain();
    await expect.poll(async () => (await published(code)).newest.n, { timeout: 5_000 }).toBe(5);
    expect(await codeOf('release=4&from=2018&to=2024')).toBe(code);
    expect(await codeOf('from=2018&to=2024')).not.toBe(code);
    const { release, changes } = await published(code);
    expect(release.n).toBe(4);
    expect(changes).toMatchObject([
      { year: 2024, member: null, after: { value: 96, reason: 'correction' } },
    ]);
    expect(changes[0]!.before!.value).not.toBe(96);
    expect((await published(await codeOf('release=4&from=2018&to=2023'))).changes).toEqual([]);
  });

  it('knows nothing of a forged code, and says so in the same words whatever is wrong with it', async () => {
    const plain = plainCode(code);
    const [said, seal] = [plain.slice(0, 12), plain.slice(12)];
    const other = plainCode(await codeOf('release=3&from=2018&to=2024'));
    const coded = (await readCode(secret, code))!;
    const foreign = await writeCode('another-key-0123456789-0123456789-01234567', coded);
    const unpublished = await writeCode(secret, { ...coded, release: 6 });
    const forged = [
      other.slice(0, 12) + seal,
      said + other.slice(12),
      foreign!,
      unpublished!,
      'X',
      '0'.repeat(24),
      '%',
      `${plain}0`,
    ];
    for (const one of forged) {
      const answer = await ask(`/api/v1/verify/${encodeURIComponent(one)}`);
      expect([one, await answer.json()]).toEqual([one, { verdict: 'unknown' }]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('knows nothing of 500 codes made up at random', async () => {
    const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const random = () =>
      Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => symbols[byte % 32]).join('');
    const verdicts = await Promise.all(
      Array.from({ length: 500 }, async () => (await verify(random())).verdict),
    );
    expect(new Set(verdicts)).toEqual(new Set(['unknown']));
  });

  it('says that the record no longer holds the figures, when someone has changed what was published', async () => {
    const tampered = await codeOf('release=4&from=2019&to=2024');
    await database.exec(
      `update figure set value = 1000 where metric = 'meeting-participants' and year = 2024 and last_release = 4`,
    );
    expect(await verify(tampered)).toMatchObject({ verdict: 'differs', release: { n: 4 } });
  });

  it('issues no codes where there is no key, and knows none', async () => {
    const bindings = { ...(env as Env), VERIFY_SECRET: undefined } as unknown as Env;
    const answer = async (address: string) => {
      const request = new Request(`http://other.test${address}`);
      return (await createFront(null).fetch(request, bindings, createExecutionContext())).json();
    };
    expect(await answer(path)).toMatchObject({ code: null });
    expect(await answer(`/api/v1/verify/${code}`)).toEqual({ verdict: 'unknown' });
  });

  it('refuses years outside the record', async () => {
    expect((await ask(`${path}?from=1950`)).status).toBe(400);
    expect((await ask('/api/v1/years/1950/code')).status).toBe(400);
    expect((await ask('/api/v1/metrics/nothing/code')).status).toBe(404);
  });
});
