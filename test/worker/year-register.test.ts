import { beforeAll, describe, expect, it } from 'vitest';
import type { Metric } from '../../schema/answers.ts';
import type { Comparison } from '../../schema/register/answers.ts';
import type { YearComparison } from '../../schema/register/year-comparisons.ts';
import { prepareRecord, read } from './record.ts';

const api = '/api/v1';

beforeAll(async () => {
  await prepareRecord('samples');
});

describe('GET /api/v1/years/:year/register', () => {
  it.each(['', '?sample=exclude', '?release=4'])(
    'says of each metric that counts records what its own comparison does: %s',
    async (query) => {
      const { metrics } = await read<{ metrics: Metric[] }>(`${api}/metrics${query}`);
      const counting = metrics.filter(({ records }) => records).map(({ id }) => id);
      expect(counting.length).toBeGreaterThan(3);
      const whole = new Map<string, Comparison[]>();
      for (const id of counting) {
        const path = `${api}/metrics/${id}/register${query}`;
        whole.set(id, (await read<{ comparisons: Comparison[] }>(path)).comparisons);
      }
      for (const year of [2018, 2022, 2023, 2024]) {
        const path = `${api}/years/${year}/register${query}`;
        const { comparisons } = await read<{ comparisons: YearComparison[] }>(path);
        expect(comparisons.map(({ metric }) => metric)).toEqual(counting.toSorted());
        for (const { metric, ...compared } of comparisons) {
          const own = whole.get(metric)!;
          expect(compared).toEqual(own.find((one) => one.year === year && one.member === null));
        }
      }
    },
  );

  it('counts the signings of 2024, and refuses a year outside the record', async () => {
    const { comparisons } = await read<{ comparisons: YearComparison[] }>(
      `${api}/years/2024/register`,
    );
    expect(comparisons.find(({ metric }) => metric === 'agreements-signed')).toMatchObject({
      figure: { value: 17, qualifier: 'at_least' },
      counted: 17,
      relation: 'equal',
    });
    expect(await read(`${api}/years/1999/register`, 400)).toMatchObject({
      fields: [{ field: 'year' }],
    });
  });
});
