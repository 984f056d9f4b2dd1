import type { Cpu } from './cpu.ts';
import type { Reading } from './measure.ts';
import type { Measured } from './pages.ts';

/** All readings of a page, one a round, and the CPU of its Worker where it has one. */
export interface Result {
  page: Measured;
  readings: Reading[];
  cpu: Cpu | null;
}

export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at % 1);
}

const median = (values: number[]) => quantile(values, 0.5);
const kilobytes = (bytes: number) => bytes / 1000;

interface Row {
  name: string;
  /** null where there is nothing to measure. */
  of(result: Result, base: Result): number | null;
  decimals: number;
  /** The most that the product may need. */
  limit?: number;
}

/** The median over the rounds of a number of the readings. */
const each = (pick: (reading: Reading) => number) => (result: Result) =>
  median(result.readings.map(pick));

const touch = (pick: (touch: NonNullable<Reading['touch']>) => number) => (result: Result) => {
  const touches = result.readings.flatMap((reading) => reading.touch ?? []);
  return touches.length ? median(touches.map(pick)) : null;
};

/** Each round is held against the static page of the same round: both met the same load of the machine. */
const ratio = (result: Result, base: Result) =>
  median(result.readings.map(({ shown }, round) => shown / base.readings[round]!.shown));

const shownAt = (share: number) => (result: Result) =>
  quantile(
    result.readings.map(({ shown }) => shown),
    share,
  );

const rows: Row[] = [
  { name: 'shown after, ms', of: shownAt(0.5), decimals: 0 },
  { name: '  lower quartile', of: shownAt(0.25), decimals: 0 },
  { name: '  upper quartile', of: shownAt(0.75), decimals: 0 },
  { name: '  against static, ×', of: ratio, decimals: 2, limit: 1.3 },
  {
    name: 'on the way, kB',
    of: each(({ bytesOnTheWay }) => kilobytes(bytesOnTheWay)),
    decimals: 1,
    limit: 25,
  },
  { name: 'in all, kB', of: each(({ bytes }) => kilobytes(bytes)), decimals: 1, limit: 90 },
  { name: 'requests', of: each(({ requests }) => requests), decimals: 0, limit: 8 },
  { name: 'blocking, ms', of: each(({ blocking }) => blocking), decimals: 0, limit: 150 },
  { name: 'layout shift', of: each(({ shift }) => shift), decimals: 3, limit: 0 },
  { name: 'touch: after, ms', of: touch(({ time }) => time), decimals: 0 },
  { name: '  more, kB', of: touch(({ bytes }) => kilobytes(bytes)), decimals: 1 },
  { name: '  more requests', of: touch(({ requests }) => requests), decimals: 0 },
  { name: '  layout shift', of: touch(({ shift }) => shift), decimals: 3, limit: 0 },
  { name: 'CPU made, ms', of: ({ cpu }) => cpu && cpu.made, decimals: 1, limit: 10 },
  { name: 'CPU kept, ms', of: ({ cpu }) => cpu && cpu.kept, decimals: 1 },
];

/** The results as a table, a column for each page; the first page is what the others are held against. */
export function formatReport(results: Result[]): string {
  const base = results[0]!;
  const head = ['', ...results.map(({ page }) => page.name), 'limit'];
  const body = rows.map(({ name, of, decimals, limit }) => [
    name,
    ...results.map((result) => {
      const value = of(result, base);
      if (value === null) return '–';
      const isOver = limit !== undefined && Number(value.toFixed(decimals)) > limit;
      const held = limit !== undefined && result.page.site === 'yearbook';
      return value.toFixed(decimals) + (held ? (isOver ? ' over' : ' ok  ') : '     ');
    }),
    limit === undefined ? '' : `≤ ${limit}`,
  ]);
  const table = [head, ...body];
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  return table
    .map((row) =>
      row.map((cell, i) => (i ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join('  '),
    )
    .join('\n');
}
