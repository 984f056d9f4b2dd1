import { escapeXml } from './escape.ts';
import { half } from './scale.ts';
import { clip, emWidth } from './text-width.ts';

/** A row of bars: one value a year, none below 0. */
export interface BarRow {
  name: string;
  values: readonly number[];
}

interface Setting {
  /** Unique in the page. */
  id: string;
  title: string;
  /** All of it in words. */
  description: string;
  years: readonly number[];
  /** px */
  width: number;
  fontSize: number;
  /** A class by which the style sheet shows it. */
  className: string;
}

/** px: of a row, of its highest bar, of the widest bar. */
const ROW = 48;
const HIGHEST = 24;
const WIDEST = 36;

/**
 * Rows of bars over the same years, on one scale: what of each took place when. For counts that do not add up across the
 * rows, which a stack would. Names are escaped. Painted by the classes of `chart.css`.
 */
export function drawRowsOfBars(
  rows: readonly BarRow[],
  { id, title, description, years, width, fontSize, className }: Setting,
): string {
  const widest = Math.max(0, ...rows.map(({ name }) => emWidth(name) * fontSize));
  const left = Math.ceil(Math.min(width * 0.36, widest)) + 12;
  const slot = (width - left) / Math.max(1, years.length);
  const bar = Math.max(2, Math.min(WIDEST, Math.round(slot * 0.6)));
  const most = Math.max(1, ...rows.flatMap(({ values }) => values));
  const middle = (index: number) => half(left + slot * (index + 0.5));
  const bars: string[] = [];
  const names: string[] = [];
  const numbers: string[] = [];
  const lines: string[] = [];
  rows.forEach(({ name, values }, row) => {
    const foot = ROW * (row + 1) - 0.5;
    lines.push(`M${left} ${foot}H${width}`);
    const text = escapeXml(clip(name, fontSize, left - 12));
    names.push(`<text x="0" y="${foot}">${text}</text>`);
    values.forEach((value, index) => {
      if (value <= 0) return;
      const h = Math.max(1, Math.round((HIGHEST * value) / most));
      bars.push(`M${half(middle(index) - bar / 2)} ${foot}v${-h}h${bar}v${h}z`);
      numbers.push(`<text x="${middle(index)}" y="${foot - h - 5}">${value}</text>`);
    });
  });
  const foot = ROW * rows.length + fontSize * 1.6;
  const marks = years.map(
    (year, index) => `<text x="${middle(index)}" y="${half(foot)}">${year}</text>`,
  );
  const height = Math.ceil(foot + 6);
  return [
    `<svg class="chart ${className}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-size="${fontSize}" role="img" aria-labelledby="${id}-t ${id}-d">`,
    `<title id="${id}-t">${escapeXml(title)}</title><desc id="${id}-d">${escapeXml(description)}</desc>`,
    `<path class="z" d="${lines.join('')}"/><g class="s0"><path class="b" d="${bars.join('')}"/></g>`,
    `<g class="y">${names.join('')}</g><g class="v" text-anchor="middle">${numbers.join('')}</g>`,
    `<g class="m" text-anchor="middle">${marks.join('')}</g></svg>`,
  ].join('');
}
