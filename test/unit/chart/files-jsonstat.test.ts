import { describe, expect, it } from 'vitest';
import { writeJsonStat } from '../../../web/src/lib/chart/files/jsonstat.ts';
import { approvedViews } from './files-views.ts';
import { jsonStatProblems } from './jsonstat-rules.ts';

const views = Object.entries(approvedViews);
const read = (name: string) => JSON.parse(writeJsonStat(approvedViews[name]!.file));

describe('writeJsonStat', () => {
  it.each(views)('keeps the rules of JSON-stat 2.0: %s', (_, { file }) => {
    expect(jsonStatProblems(writeJsonStat(file))).toEqual([]);
  });

  it('gives each cell a status, and each status a name', () => {
    const { status, extension } = read('marks en theme=light&width=880');
    expect(Object.keys(extension.status.label).sort()).toEqual([...new Set(status)].sort());
    expect(extension.status.label).toMatchObject({
      A: 'normal value',
      at_least: 'lower bound',
      'sample+year_to_date': 'sample figure, year to date',
      'missing:no_figure': 'not reported',
    });
  });

  it('names what the parts are parts of, and the unit with its decimals', () => {
    const { dimension } = read('money zh theme=light&width=880');
    expect(dimension.metric.category.unit).toEqual({
      'licence-income': { label: '万元', decimals: 2 },
    });
    expect(read('marks zh theme=light&width=880').dimension.series.label).toBe('领域');
  });
});

describe('the rules themselves', () => {
  const good = read('marks en theme=light&width=880');
  it.each([
    ['a value too few', { value: good.value.slice(1) }],
    ['a status too many', { status: [...good.status, 'A'] }],
    ['a role of nothing', { role: { time: ['month'] } }],
    ['a size that is not so', { size: [1, 2, 3] }],
    ['a text as a value', { value: good.value.map(() => '1') }],
    ['an older version', { version: '1.2' }],
  ])('refuse %s', (_, change) => {
    expect(jsonStatProblems(JSON.stringify({ ...good, ...change }))).not.toEqual([]);
  });
});
