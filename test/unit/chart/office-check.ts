import { expect } from 'vitest';
import { lookOf } from '../../../web/src/lib/chart/bars.ts';
import { printable } from '../../../web/src/lib/chart/escape.ts';
import type { ChartFile } from '../../../web/src/lib/chart/files/chart-file.ts';
import { palette } from '../../../web/src/lib/chart/palette.ts';
import type { ChartPoint, ChartSeries } from '../../../web/src/lib/chart/types.ts';
import { all, readChart, show } from './office-read.ts';
import type { Package, ReadSeries } from './office-read.ts';

/** Whether there is anything to draw: else a file has a sentence in place of a chart. */
export const hasChart = ({ model }: ChartFile) =>
  model.series.some(({ points }) => points.some(({ value }) => value !== null));

const isBound = ({ value, qualifier, atMost }: ChartPoint) =>
  value !== null && (atMost === true || qualifier === 'at_least' || qualifier === 'about');

/** A chart's numbers, gaps and marks of one series are those of the model. */
function checkSeries(read: ReadSeries, series: ChartSeries, colour: string): void {
  expect(read.name).toBe(printable(series.name));
  expect(read.colour).toBe(colour.slice(1).toUpperCase());
  series.points.forEach((point, i) => {
    const at = `${series.name} ${point.year}`;
    const found = read.points.get(i);
    expect(found?.value ?? null, at).toBe(point.value);
    if (!found) return;
    checkLabel(found.label, point, at);
    const look = lookOf(point);
    const { paint } = found;
    expect(paint.includes('pattFill'), at).toBe(look === 'provisional');
    if (look === 'estimated') expect(paint, at).toMatch(/<a:solidFill[^>]*><a:schemeClr val="bg1"/);
    if (look === 'sample') expect(paint, at).toContain('sysDot');
    if (look === 'plain' && read.kind === 'barChart') expect(paint !== '').toBe(point.yearToDate);
    if (point.yearToDate) expect(paint, at).toMatch(/alpha val="(50|10)000"|bg1/);
  });
}

/** A label says what the model says, or of a bound only that it is one; and no bound is without. */
function checkLabel(format: string | null, point: ChartPoint, at: string): void {
  if (isBound(point)) expect(format, at).not.toBeNull();
  if (format === null) return;
  const shown = show(format, point.value!);
  if (/^[^\d]+$/.test(shown)) return expect(point.label.startsWith(shown), at).toBe(true);
  const sign = (text: string) => text.replace('约', '≈').replace(/\.0+(?=%)/, '');
  expect(sign(shown), at).toBe(sign(point.label));
}

/** The chart inside an Office file draws what the model says, and no more. */
export function checkChart(
  { model }: ChartFile,
  { xml }: Package,
  folder: string,
  theme: 'light' | 'dark',
) {
  const chart = xml(`${folder}/charts/chart1.xml`);
  const read = readChart(chart);
  const { series, annotations, total, years } = model;
  series.forEach((one, i) => checkSeries(read[i]!, one, palette[theme].series[one.colour]!));
  for (const { kind } of read.slice(0, series.length))
    expect(kind).toBe(model.kind === 'line' ? 'lineChart' : 'barChart');

  const targets = annotations.filter(({ kind, year }) => kind === 'target' && years.includes(year));
  const rest = read.slice(series.length);
  const target = targets.length ? rest.shift()! : null;
  for (const { year, value } of targets)
    expect(target!.points.get(years.indexOf(year))?.value).toBe(value);
  if (target) expect(target.points.size).toBe(new Set(targets.map(({ year }) => year)).size);
  const sum = rest.shift();
  if (sum)
    total!.points.forEach((point, i) => {
      expect(sum.points.get(i)?.value ?? null).toBe(point.value);
      if (point.value !== null) checkLabel(sum.points.get(i)!.label, point, `sum ${point.year}`);
    });
  expect(rest).toEqual([]);

  for (const { categories } of read)
    expect(categories.map((text) => Number(text.slice(0, 4)))).toEqual(years);
  expect(all(chart, 'c:dispBlanksAs')[0]!.getAttribute('val')).toBe('gap');
  return read;
}
