import { describe, expect, it } from 'vitest';
import type { PublishedCell } from '../../../schema/staff/cells.ts';
import type { CellContent } from '../../../schema/staff/words.ts';
import { judgeCells } from '../../../worker/figures/judge-cells.ts';
import {
  cellKeyOf,
  composeSheetMetrics,
  type Cells,
  type Drafted,
} from '../../../worker/figures/return-cells.ts';
import { publish, say, withdrawn } from '../staff/cells.ts';
import { makeMetric } from './fixtures.ts';

const year = 2024;
const member = (id: string, lastYear: number | null) => ({ id, names: {}, colour: 0, lastYear });
const breakdown = { id: 'domain', names: {}, members: [member('a', null), member('b', 2022)] };
const metrics = [
  makeMetric({ id: 'kept', breakdown, breaks: [{ year, reasons: {} }] }),
  makeMetric({ id: 'retired', breakdown: null, lastYear: 2023 }),
];

const cellsOf = (
  published: Record<string, PublishedCell>,
  drafts: Record<string, CellContent | null> = {},
): Cells => {
  const keyOf = (place: string) => {
    const [metric = '', id = ''] = place.split(' ');
    return cellKeyOf({ year, metric, member: id });
  };
  const draft = (content: CellContent | null): Drafted => ({
    version: 1,
    content,
    fromRegister: null,
    editedBy: 'Li',
    editedAt: null,
  });
  return {
    published: new Map(Object.entries(published).map(([at, cell]) => [keyOf(at), cell])),
    drafts: new Map(Object.entries(drafts).map(([at, content]) => [keyOf(at), draft(content)])),
  };
};
const places = (cells: Cells) =>
  composeSheetMetrics({ metrics, targets: [] }, year, cells).flatMap((metric) =>
    metric.cells.map((cell) => `${metric.id} ${cell.member}`.trim()),
  );
const judge = (cells: Cells, metric: string, id: string, content: CellContent | null) => {
  const frame = { founded: 2018, currentYear: year, isSource: () => true };
  return judgeCells([{ year, metric, member: id, content }], { metrics, cells, frame })[0]!;
};

describe('composeSheetMetrics', () => {
  it('leaves out what was retired before the year, unless the year has a figure of it', () => {
    expect(places(cellsOf({}))).toEqual(['kept a', 'kept']);
    expect(places(cellsOf({ 'kept b': publish(1), retired: publish(2) }))).toEqual([
      'kept a',
      'kept b',
      'kept',
      'retired',
    ]);
    expect(places(cellsOf({}, { retired: say(1) }))).toEqual(['kept a', 'kept', 'retired']);
    expect(places(cellsOf({ retired: publish(2, { sample: true }) }, { 'kept b': null }))).toEqual([
      'kept a',
      'kept',
    ]);
  });

  it('names the break and the target of the year, and no target that is sample data', () => {
    const target = { metric: 'kept', year, value: 9, source: 'plan', sample: false };
    const of = (sample: boolean) =>
      composeSheetMetrics({ metrics, targets: [{ ...target, sample }] }, year, cellsOf({}))[0]!;
    expect(of(false)).toMatchObject({ breaks: true, target: 9 });
    expect(of(true).target).toBeNull();
  });
});

describe('judgeCells of what has no place in the catalogue any more', () => {
  it('takes no new figure, and lets the old one be withdrawn', () => {
    const cells = cellsOf({ 'kept b': publish(1), retired: publish(2) });
    expect(judge(cells, 'kept', 'b', say(3)).refusal).toBe('retired');
    expect(judge(cells, 'retired', '', say(3)).refusal).toBe('retired');
    expect(judge(cells, 'kept', 'b', withdrawn)).toMatchObject({ refusal: null, changes: true });
    expect(judge(cellsOf({}), 'kept', 'b', withdrawn).refusal).toBe('nothing_to_withdraw');
  });

  it('lets a draft be taken back', () => {
    const cells = cellsOf({}, { 'kept b': say(1), 'gone a': say(2) });
    expect(judge(cells, 'kept', 'b', null)).toMatchObject({ refusal: null, changes: true });
    expect(judge(cells, 'gone', 'a', null)).toMatchObject({ refusal: null, changes: true });
    expect(judge(cells, 'gone', 'a', say(3)).refusal).toBe('unknown_metric');
    expect(judge(cells, 'gone', 'b', null).refusal).toBe('unknown_metric');
  });
});
