import type { ChartSeries } from './types.ts';

export type Footnotes = {
  /** The number of a footnote; the same text has the same number. 0 texts, no number. */
  number(text: string): number[];
  texts: string[];
};

/** Footnotes in the order in which they are met. Line breaks in notes become spaces. */
export function collectFootnotes(): Footnotes {
  const texts: string[] = [];
  return {
    texts,
    number(text) {
      const line = text.replace(/\s+/g, ' ').trim();
      if (line === '') return [];
      if (!texts.includes(line)) texts.push(line);
      return [texts.indexOf(line) + 1];
    },
  };
}

/**
 * The texts that the series refer to, in the order of their points, which are given the new numbers. What
 * was collected for a series that is not shown is left out.
 */
export function renumberFootnotes(series: readonly ChartSeries[], texts: string[]): string[] {
  const points = series.flatMap((one) => one.points);
  const used = [...new Set(points.flatMap((point) => point.footnotes))];
  for (const point of points) point.footnotes = point.footnotes.map((n) => used.indexOf(n) + 1);
  return used.flatMap((n) => texts[n - 1] ?? []);
}
