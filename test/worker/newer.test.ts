import { beforeAll, describe, expect, it } from 'vitest';
import type { Newer } from '../../schema/answers.ts';
import { ask, database, prepareRecord, read } from './record.ts';

const path = '/api/v1/metrics/meeting-participants/newer';
const yearsOf = async (query: string) => (await read<Newer>(`${path}?${query}`)).years;

/** Release 5 says 96 for 2024 where release 4 said another number, and has a first figure of 2025. */
async function publishAgain(): Promise<void> {
  const copy = (year: number, value: number) =>
    database
      .prepare(
        `insert into figure select metric, ?1, member, 5, null, ?2, qualifier, status, sample, source, note, 'correction'
         from figure where metric = 'meeting-participants' and year = 2024 and first_release < 5 and last_release is null`,
      )
      .bind(year, value);
  await database.batch([
    database.prepare(
      `insert into release (n, published_at, reason, notes) values (5, '2025-11-02T00:00:00.000Z', 'correction', '{}')`,
    ),
    copy(2025, 120),
    copy(2024, 96),
    database.prepare(
      `update figure set last_release = 4 where metric = 'meeting-participants' and year = 2024 and first_release < 5 and last_release is null`,
    ),
  ]);
}

describe('GET /api/v1/metrics/:id/newer', () => {
  beforeAll(() => prepareRecord('facts'));

  it('says nothing of a release that nothing came after', async () => {
    expect(await yearsOf('release=4')).toEqual([]);
    expect(await yearsOf('')).toEqual([]);
  });

  it('is never kept, though it names a release, and names the years that a later one changed', async () => {
    const named = `${path}?release=4`;
    expect((await ask(named)).headers.get('cache-control')).toBe('public, no-cache');
    const etag = (await ask(named)).headers.get('etag')!;
    await publishAgain();
    await expect
      .poll(async () => (await ask(named, { headers: { 'if-none-match': etag } })).status, {
        timeout: 5_000,
      })
      .toBe(200);
    const newer = await read<Newer>(named);
    expect(newer.years).toEqual([2024, 2025]);
    expect([newer.release.n, newer.newest.n]).toEqual([4, 5]);
  });

  it('looks at the years and numbers of the chart alone', async () => {
    expect(await yearsOf('release=4&to=2024')).toEqual([2024]);
    expect(await yearsOf('release=4&from=2018&to=2023')).toEqual([]);
    expect(await yearsOf('release=5')).toEqual([]);
    const other = await read<Newer>('/api/v1/metrics/agreements-signed/newer?release=4&to=2024');
    expect(other.years).toEqual([]);
  });

  it('refuses what it cannot compare', async () => {
    expect((await ask(`${path}?release=77`)).status).toBe(404);
    expect((await ask('/api/v1/metrics/nothing/newer?release=4')).status).toBe(404);
    expect((await ask(`${path}?release=4&show=colour`)).status).toBe(400);
  });
});
