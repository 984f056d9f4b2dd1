import { escapeXml } from './escape.ts';
import type { ChartLayout } from './layout-types.ts';
import type { ChartModel } from './types.ts';

/** Where the value of a series in a year leads; null: nowhere. */
export type LinkOf = (series: string, year: number) => string | null;

/** px around the point of a line that belong to it. */
const REACH = 9;

const box = (x: number, y: number, w: number, h: number) => `M${x} ${y}h${w}v${h}h${-w}z`;

/**
 * What a pointer can follow in a drawing of the page: a box over each bar or point, and over the words above a bar for
 * the whole of it. It lies above the drawing and above the canvas that takes its place, so that a link is one of the
 * browser's own. The keyboard and screen readers have the table and the walk through the points: here they would only
 * meet each link twice. '' where nothing leads anywhere.
 * @param target of the links, in a frame of another site
 */
export function drawLinks(
  model: ChartModel,
  layout: ChartLayout,
  linkOf: LinkOf,
  target?: '_blank',
): string {
  const { fontSize, width, height, size } = layout;
  const above = Math.round(fontSize * 1.6);
  const link = (series: number, point: number, d: string): string => {
    const { id } = (model.series[series] ?? model.total)!;
    const href = linkOf(id, model.years[point]!);
    if (href === null) return '';
    const opens = target ? ` target="${target}" rel="noopener"` : '';
    return `<a href="${escapeXml(href)}"${opens} tabindex="-1" data-at="${series}-${point}"><path d="${d}"/></a>`;
  };
  const alone = model.kind === 'bars';
  const bars = layout.bars.map(({ series, point, x, y, w, h, down }) =>
    link(series, point, alone && !down ? box(x, y - above, w, h + above) : box(x, y, w, h)),
  );
  const points = layout.points.map(({ series, point, x, y }) =>
    link(series, point, box(x - REACH, y - REACH, 2 * REACH, 2 * REACH)),
  );
  const wholes =
    model.kind === 'stacked' && model.total
      ? layout.slots.map(({ x, bar }, point) => {
          const tops = layout.bars.filter((one) => one.point === point).map(({ y }) => y);
          const top = Math.min(layout.baseline, ...tops) - above;
          return link(model.series.length, point, box(x - bar / 2, top, bar, above));
        })
      : [];
  const all = [...bars, ...points, ...wholes].join('');
  return (
    all &&
    `<div class="links ${size}" aria-hidden="true"><svg viewBox="0 0 ${width} ${height}" width="100%" height="100%">${all}</svg></div>`
  );
}
