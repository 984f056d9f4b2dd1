import fc from 'fast-check';
import type { Derived, Metric, MetricFigures, ReleaseRef } from '../../../schema/answers.ts';
import { qualifiers, TOTAL } from '../../../schema/vocabulary.ts';
import { noCell, type Cell, type Observation } from '../../../worker/figures/cells.ts';
import type { Frame } from '../../../worker/figures/derive.ts';
import type { FigureRow } from '../../../worker/figures/rows.ts';
import type { FiguresRequest } from '../../../worker/figures/series.ts';

/** Members of the metric that the examples use. */
export const memberIds = ['transfer', 'biomedicine', 'property', 'other'];

export function makeMetric(changes: Partial<Metric> = {}): Metric {
  return {
    id: 'agreements-signed',
    group: 'agreements',
    names: { en: 'Agreements signed' },
    definitions: { en: 'Signings' },
    units: { en: { one: 'signing', other: 'signings' } },
    direction: 'up',
    decimals: 0,
    additive: true,
    breakdown: {
      id: 'domain',
      names: { en: 'Domain' },
      members: memberIds.map((id, colour) => ({
        id,
        names: { en: id },
        colour,
        lastYear: null,
      })),
    },
    breaks: [],
    lastYear: null,
    ...changes,
  };
}

export function makeRow(changes: Partial<FigureRow> = {}): FigureRow {
  return {
    metric: 'agreements-signed',
    year: 2024,
    member: TOTAL,
    firstRelease: 1,
    lastRelease: null,
    value: 1,
    qualifier: 'exact',
    status: changes.value === null ? 'O' : 'A',
    sample: false,
    source: 'report',
    note: null,
    reason: 'first_publication',
    ...changes,
  };
}

export function makeCell(changes: Partial<Cell> = {}): Cell {
  return {
    value: 1,
    qualifier: 'exact',
    status: 'A',
    sample: false,
    basis: 'reported',
    sources: ['report'],
    note: null,
    ...changes,
  };
}

/** A known year; with value null, a missing one. */
export function makeObservation(
  year: number,
  value: number | null,
  changes: Partial<Observation> = {},
): Observation {
  const cell = value === null ? noCell : makeCell({ value });
  return { ...cell, year, yearToDate: false, ...changes };
}

export const frame: Frame = { founded: 2018, breaks: [], decimals: 0 };

export function makeRelease(n: number, changes: Partial<ReleaseRef> = {}): ReleaseRef {
  const publishedAt = `2025-01-${String(n).padStart(2, '0')}T00:00:00Z`;
  return { n, publishedAt, reason: 'correction', notes: {}, onePerson: false, ...changes };
}

export function makeRequest(changes: Partial<FiguresRequest> = {}): FiguresRequest {
  return {
    metric: makeMetric(),
    rows: [],
    founded: 2018,
    from: 2018,
    to: 2025,
    by: 'members',
    targets: [],
    yearToDate: () => false,
    ...changes,
  };
}

/** Every derived number of an answer, with a name to fail with. */
export function listDerived(figures: MetricFigures): [string, Derived][] {
  const ofPoints = figures.series.flatMap(({ member, points }) =>
    points.flatMap((point) =>
      (['change', 'changePercent', 'cumulative', 'share'] as const).map(
        (name): [string, Derived] => [`${member ?? 'total'} ${point.year} ${name}`, point[name]],
      ),
    ),
  );
  return [...ofPoints, ['growth', figures.growth]];
}

const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];

/** A row or none: one in four cells has no row, and some rows say that the figure is missing. */
const arbitraryCell = (year: number, member: string, decimals: number) =>
  fc.option(
    fc
      .record({
        units: fc.option(fc.integer({ min: 0, max: 50 }), { freq: 8 }),
        qualifier: fc.oneof(
          { weight: 4, arbitrary: fc.constant('exact' as const) },
          { weight: 1, arbitrary: fc.constantFrom(...qualifiers) },
        ),
        status: fc.constantFrom('A' as const, 'P' as const, 'E' as const),
        sample: fc.oneof(
          { weight: 5, arbitrary: fc.constant(false) },
          { weight: 1, arbitrary: fc.constant(true) },
        ),
        source: fc.constantFrom('report', 'press', 'register'),
      })
      .map(({ units, status, ...rest }) =>
        makeRow({
          ...rest,
          year,
          member,
          value: units === null ? null : units / 10 ** decimals,
          status: units === null ? 'O' : status,
        }),
      ),
    { freq: 4 },
  );

/** Any request about a record of 2018–2025: gaps, bounds, breaks, unfinished years, sample rows. */
export const arbitraryRequest: fc.Arbitrary<FiguresRequest> = fc
  .record({
    decimals: fc.constantFrom(0, 0, 2),
    additive: fc.oneof(
      { weight: 4, arbitrary: fc.constant(true) },
      { weight: 1, arbitrary: fc.constant(false) },
    ),
    breaks: fc.uniqueArray(fc.constantFrom(...years), { maxLength: 2 }),
    withTotals: fc.boolean(),
    unfinished: fc.constantFrom(2024, 2025, 2026, 2026),
    ends: fc.tuple(fc.constantFrom(...years), fc.constantFrom(...years)),
    by: fc.constantFrom('total' as const, 'members' as const, 'members' as const),
  })
  .chain(({ decimals, additive, breaks, withTotals, unfinished, ends, by }) => {
    const columns = withTotals ? [TOTAL, ...memberIds] : memberIds;
    const cells = years.flatMap((year) =>
      columns.map((member) => arbitraryCell(year, member, decimals)),
    );
    return fc.tuple(...cells).map((rows) =>
      makeRequest({
        metric: makeMetric({
          decimals,
          additive,
          breaks: breaks.map((year) => ({ year, reasons: {} })),
        }),
        rows: rows.filter((row) => row !== null),
        from: Math.min(...ends),
        to: Math.max(...ends),
        by,
        yearToDate: (year) => year >= unfinished,
      }),
    );
  });
