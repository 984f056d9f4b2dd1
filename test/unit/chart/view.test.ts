import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultView,
  possibleShows,
  readView,
  viewQuery,
} from '../../../web/src/lib/chart/view.ts';

const bounds = { from: 2018, to: 2024, hasBreakdown: true, additive: true };
const read = (query: string, prefix = '', given = bounds) =>
  readView(new URLSearchParams(query), prefix, given);

describe('readView', () => {
  it('shows the members, all years and a chart unless asked', () => {
    expect(read('')).toEqual({ by: 'members', show: 'value', from: 2018, to: 2024, view: 'chart' });
    expect(read('', '', { ...bounds, hasBreakdown: false }).by).toBe('total');
  });

  it('reads what is asked for', () => {
    expect(read('by=total&show=change&from=2020&to=2022&view=table')).toEqual({
      by: 'total',
      show: 'change',
      from: 2020,
      to: 2022,
      view: 'table',
    });
  });

  it('reads only its own prefix', () => {
    const query = 'show=change&a.show=cumulative&b.view=table';
    expect(read(query, 'a.')).toMatchObject({ show: 'cumulative', view: 'chart' });
  });

  it('falls back where the view is unknown or impossible', () => {
    expect(read('by=nobody&show=everything&from=12&to=20244&view=')).toEqual(defaultView(bounds));
    expect(read('from=1999&to=2030')).toEqual(defaultView(bounds));
    expect(read('from=2e3&to=+2020')).toEqual(defaultView(bounds));
    expect(read('by=members', '', { ...bounds, hasBreakdown: false }).by).toBe('total');
    expect(read('show=share', '', { ...bounds, hasBreakdown: false }).show).toBe('value');
    expect(read('show=share', '', { ...bounds, additive: false }).show).toBe('value');
  });

  it('turns years that are the wrong way round', () => {
    expect(read('from=2023&to=2020')).toMatchObject({ from: 2020, to: 2023 });
  });

  it('is drawn in another way where that is possible, and only there', () => {
    expect(read('type=line')).toMatchObject({ by: 'members', type: 'line' });
    expect(read('by=total&type=line').type).toBe('line');
    expect(read('type=stacked')).not.toHaveProperty('type');
    for (const query of ['show=change&type=line', 'type=pie', 'by=total&type=stacked'])
      expect(read(query), query).not.toHaveProperty('type');
    expect(viewQuery(read('type=line'), bounds, 'a.')).toEqual([['a.type', 'line']]);
  });

  it('shows a share by members, whatever else is asked', () => {
    expect(read('show=share&by=total').by).toBe('members');
  });
});

describe('viewQuery', () => {
  it('leaves out what is the default', () => {
    expect(viewQuery(defaultView(bounds), bounds, '')).toEqual([]);
    expect(viewQuery(read('show=change&from=2018&to=2022'), bounds, 'x.')).toEqual([
      ['x.show', 'change'],
      ['x.to', '2022'],
    ]);
  });

  it('gives back the view that was read, in any bounds', () => {
    fc.assert(
      fc.property(
        fc.record({
          from: fc.integer({ min: 2000, max: 2018 }),
          to: fc.integer({ min: 2018, max: 2040 }),
          hasBreakdown: fc.boolean(),
          additive: fc.boolean(),
        }),
        fc.record({
          by: fc.constantFrom('total', 'members', 'x'),
          show: fc.constantFrom('value', 'change', 'cumulative', 'share', 'x'),
          from: fc.oneof(fc.integer({ min: 1990, max: 2050 }).map(String), fc.string()),
          to: fc.oneof(fc.integer({ min: 1990, max: 2050 }).map(String), fc.string()),
          view: fc.constantFrom('chart', 'table', 'x'),
        }),
        (given, query) => {
          const view = readView(new URLSearchParams(query), '', given);
          const again = new URLSearchParams(viewQuery(view, given, 'p.'));
          expect(readView(again, 'p.', given)).toEqual(view);
          expect(possibleShows(given)).toContain(view.show);
          expect(view.from).toBeGreaterThanOrEqual(given.from);
          expect(view.to).toBeLessThanOrEqual(given.to);
        },
      ),
    );
  });
});
