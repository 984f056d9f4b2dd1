import { beforeAll, describe, expect, it } from 'vitest';
import type { History } from '../../schema/answers.ts';
import { database, prepareRecord, read } from './record.ts';

describe('GET /api/v1/figures/:metric/:year/history', () => {
  beforeAll(() => prepareRecord('facts'));

  const versionsOf = async (path: string) => {
    const { versions } = await read<History>(`/api/v1/figures/${path}`);
    return versions.map(({ release, version }) => [
      release.n,
      version && [version.value, version.qualifier, version.status, version.reason],
    ]);
  };

  it('tells what each release said of a figure, and why it changed', async () => {
    expect(await versionsOf('meetings-held/2019/history?member=cooperation-meeting')).toEqual([
      [1, [1, 'at_least', 'A', 'first_publication']],
      [3, [1, 'exact', 'E', 'late_data']],
    ]);
    expect(await versionsOf('meetings-held/2022/history?member=forum')).toEqual([
      [2, [1, 'at_least', 'A', 'first_publication']],
      [3, [null, 'exact', 'O', 'correction']],
    ]);
  });

  it('sums a total that was never reported as such', async () => {
    const history = await read<History>('/api/v1/figures/meetings-held/2022/history');
    expect(history.basis).toBe('summed');
    expect(history.versions.map(({ version }) => version?.value)).toEqual([1, 1]);
  });

  it('knows nothing later than the release that is read', async () => {
    const path = 'meetings-held/2019/history?member=cooperation-meeting&release=2';
    expect(await versionsOf(path)).toHaveLength(1);
  });

  it('names the sources of every version', async () => {
    const path = '/api/v1/figures/meetings-held/2019/history?member=cooperation-meeting';
    const { sources, versions } = await read<History>(path);
    const named = versions.flatMap(({ version }) => version?.sources ?? []);
    expect(sources.map(({ id }) => id).toSorted()).toEqual([...new Set(named)].toSorted());
  });

  it('holds a former sum incomplete only by the members of its time', async () => {
    await database.batch([
      database.prepare(
        `insert into release (n, published_at, reason, notes) values (5, '2025-02-01T00:00:00.000Z', 'definition_change', '{}')`,
      ),
      database.prepare(
        `insert into metric select 'stands', first_release, last_release, group_id, 99, 'stand-kind', additive,
           direction, decimals, names, definitions, units, null from metric where id = 'meetings-held'`,
      ),
      database.prepare(
        `insert into breakdown values ('stand-kind', 1, null, '{"en":"Kind","zh":"类别"}')`,
      ),
      database.prepare(
        `insert into member values ('stand-kind', 'small', 1, null, 1, 0, '{"en":"Small","zh":"小"}', null),
                                   ('stand-kind', 'large', 5, null, 2, 1, '{"en":"Large","zh":"大"}', null)`,
      ),
      database.prepare(
        `insert into figure select 'stands', 2024, 'small', 1, null, 3, 'exact', 'A', 0, source, null, reason
         from figure limit 1`,
      ),
    ]);
    expect(await versionsOf('stands/2024/history')).toEqual([
      [1, [3, 'exact', 'A', 'first_publication']],
      [5, [3, 'at_least', 'A', 'definition_change']],
    ]);
  });
});
