import { beforeAll, describe, expect, it } from 'vitest';
import type { Metric, MetricFigures, Overview } from '../../schema/answers.ts';
import { database, prepareRecord, read } from './record.ts';

const figuresOf = async (query = '') =>
  (await read<{ figures: MetricFigures }>(`/api/v1/metrics/stands/figures${query}`)).figures;

const metricsIn = async (year: number) =>
  (await read<Overview>(`/api/v1/overview?year=${year}`)).metrics.map(
    ({ figures }) => figures.metric.id,
  );

describe('what is retired', () => {
  beforeAll(async () => {
    await prepareRecord('facts');
    const figure = (year: number, member: string, value: number) =>
      `insert into figure select 'stands', ${year}, '${member}', 1, null, ${value}, 'exact', 'A', 0, source, null, reason
       from figure limit 1`;
    const statements = [
      `insert into metric select 'stands', first_release, last_release, group_id, 99, 'stand-kind', 1, direction,
         decimals, names, definitions, units, 2023 from metric where id = 'meetings-held'`,
      `insert into breakdown values ('stand-kind', 1, null, '{"en":"Kind","zh":"类别"}')`,
      `insert into member values ('stand-kind', 'small', 1, null, 1, 0, '{"en":"Small","zh":"小"}', null),
                                 ('stand-kind', 'large', 1, null, 2, 1, '{"en":"Large","zh":"大"}', 2022)`,
      figure(2022, 'small', 3),
      figure(2022, 'large', 2),
      figure(2023, 'small', 4),
    ];
    await database.batch(statements.map((one) => database.prepare(one)));
  });

  it('is named with its last year', async () => {
    const { metric } = await read<{ metric: Metric }>('/api/v1/metrics/stands');
    expect(metric.lastYear).toBe(2023);
    expect(metric.breakdown!.members.map(({ id, lastYear }) => [id, lastYear])).toEqual([
      ['small', null],
      ['large', 2022],
    ]);
  });

  it('is no gap in a sum, nor in the change since', async () => {
    const { series, to } = await figuresOf('?from=2022');
    expect(to).toBe(2023);
    expect(series[0]!.points.map(({ value, qualifier }) => [value, qualifier])).toEqual([
      [5, 'exact'],
      [4, 'exact'],
    ]);
    expect(series[0]!.points[1]!.change).toMatchObject({ value: -1, reason: null });
    expect(series.find(({ member }) => member === 'large')!.points[1]).toMatchObject({
      value: null,
      status: null,
      change: { value: null, reason: 'no_figure' },
    });
    const history = await read<{ versions: { version: object }[] }>(
      '/api/v1/figures/stands/2023/history',
    );
    expect(history.versions.at(-1)!.version).toMatchObject({ value: 4, qualifier: 'exact' });
  });

  it('keeps its series, and has no figures after its last year', async () => {
    const { series, to } = await figuresOf('?from=2022&to=2024');
    expect(to).toBe(2024);
    const after = series[0]!.points.at(-1)!;
    expect(after).toMatchObject({ value: null, status: null, cumulative: { value: null } });
  });

  it('is left out of the overview of later years', async () => {
    expect(await metricsIn(2023)).toContain('stands');
    expect(await metricsIn(2024)).not.toContain('stands');
  });
});
