import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../web/src/lib/chart/table.ts';
import { chartOf, figuresOf } from './figures.ts';

const figures = figuresOf([], { by: { transfer: [1, null, '>=5'], biomedicine: [2, 'S3', 4] } });

describe('tableOf', () => {
  it('has years as columns, members as rows and the total last', () => {
    const table = tableOf(chartOf(figures));
    expect(table.years).toEqual([2018, 2019, 2020]);
    expect(table.rows.map(({ name, total }) => [name, total])).toEqual([
      ['Technology transfer', false],
      ['Biomedicine', false],
      ['Intellectual property', false],
      ['Total', true],
    ]);
    expect(table.rows[0]?.cells).toEqual([
      { text: '1', marks: [], footnotes: [], missing: false },
      { text: 'not reported', marks: ['missing'], footnotes: [], missing: true },
      { text: '≥5', marks: ['at_least'], footnotes: [], missing: false },
    ]);
    expect(table.rows[1]?.cells[1]?.marks).toEqual(['sample']);
  });

  it('shows members beside a change that is drawn of the total', () => {
    const table = tableOf(chartOf(figures, { show: 'change' }, 'zh'));
    expect(table.rows.map(({ name }) => name)).toEqual([
      '科技成果转移转化',
      '生物医药',
      '知识产权',
      '合计',
    ]);
    expect(table.footnotes.length).toBeGreaterThan(0);
  });

  it('has one row, which is no sum of others, where there is no breakdown', () => {
    const table = tableOf(chartOf(figuresOf([1, 2])));
    expect(table.rows).toMatchObject([{ name: 'Agreements signed', total: false }]);
    expect(table.caption).toBe(
      'Agreements signed rose from 1 in 2018 to 2 in 2019. Agreements signed, 2018–2019 (unit: signings)',
    );
  });
});
