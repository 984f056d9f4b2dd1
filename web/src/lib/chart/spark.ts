import { half } from './scale.ts';

export interface SparkPoint {
  year: number;
  /** Null: a gap in the line. */
  value: number | null;
}

/**
 * The spark line of a tile, since the first year: decorative, its caller names the first and last year in words.
 * Years stand in their place whether reported or not; the line ends at a gap, a lone year is a dot, and so is
 * the last one reported. `colour`: index of the series colour. From zero upwards, so that tiles can be compared.
 */
export function drawSpark(
  points: SparkPoint[],
  {
    width = 120,
    height = 32,
    colour = 0,
  }: { width?: number; height?: number; colour?: number } = {},
): string {
  const values = points.flatMap(({ value }) => value ?? []);
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  const first = points[0]?.year ?? 0;
  const years = Math.max(1, (points.at(-1)?.year ?? 0) - first);
  const x = (year: number) => half(4 + ((width - 8) * (year - first)) / years);
  const y = (value: number) => half(4 + ((height - 8) * (high - value)) / (high - low || 1));
  let line = '';
  let dots = '';
  let last = '';
  points.forEach(({ year, value }, index) => {
    if (value === null) return;
    const at = `${x(year)} ${y(value)}`;
    const joins = (other?: SparkPoint) => other && other.value !== null;
    const before = joins(points[index - 1]);
    line += before ? `L${at}` : joins(points[index + 1]) ? `M${at}` : '';
    if (!before && !joins(points[index + 1])) dots += `M${at}h.01`;
    last = `M${at}h.01`;
  });
  return [
    `<svg class="spark s${colour}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">`,
    line && `<path d="${line}"/>`,
    dots && dots !== last ? `<path class="i" d="${dots}"/>` : '',
    last && `<path class="c" d="${last}"/>`,
    '</svg>',
  ].join('');
}
