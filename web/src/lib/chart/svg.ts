import { escapeXml } from './escape.ts';
import { textBox } from './labels.ts';
import { anchors, smallRoles } from './layout-types.ts';
import type { ChartLayout, TextRole } from './layout-types.ts';
import { palette } from './palette.ts';
import { half } from './scale.ts';
import type { Theme } from './palette.ts';
import { barPath, crossPath, dotPath, filled, openEdge, openPoint } from './svg-shapes.ts';
import { runPath, signPath } from './svg-shapes.ts';
import { attributePaint, classPaint, paints, textPaint } from './svg-paint.ts';
import type { Paint, PaintName } from './svg-paint.ts';
import type { ChartModel } from './types.ts';

/** One path for all that is painted alike. */
function paths(paint: Paint, parts: [PaintName, string, string?][]): string {
  const byPaint = new Map<string, string>();
  for (const [name, d, more = ''] of parts) {
    const key = paint(name) + more;
    byPaint.set(key, (byPaint.get(key) ?? '') + d);
  }
  return [...byPaint].map(([key, d]) => `<path${key} d="${d}"/>`).join('');
}

function drawTexts(layout: ChartLayout, paint: Paint): string {
  const roles = new Map<TextRole, string>();
  for (const { role, text, x, y } of layout.texts)
    roles.set(role, `${roles.get(role) ?? ''}<text x="${x}" y="${y}">${escapeXml(text)}</text>`);
  return [...roles]
    .map(([role, texts]) => {
      const anchor = anchors[role] === 'start' ? '' : ` text-anchor="${anchors[role]}"`;
      const size = smallRoles.has(role) ? ` font-size="${layout.fontSize - 1}"` : '';
      return `<g${paint(textPaint[role])}${anchor}${size}>${texts}</g>`;
    })
    .join('');
}

/** All of one series; hatching is drawn over it by the caller, once for all series. */
function drawSeries(layout: ChartLayout, series: number, paint: Paint): string {
  const parts: [PaintName, string, string?][] = [];
  const dim = (toDate: boolean) => (toDate ? ' opacity=".5"' : '');
  for (const bar of layout.bars) {
    if (bar.series !== series) continue;
    const name = filled(bar.look) ? 'b' : bar.look === 'estimated' ? 'e' : 'p';
    parts.push([name, barPath(bar, layout.baseline), dim(bar.toDate)]);
    if (bar.open && filled(bar.look)) parts.push(['o', openEdge(bar), dim(bar.toDate)]);
  }
  for (const run of layout.runs)
    if (run.series === series) parts.push([run.dotted ? 'd' : 'l', runPath(run)]);
  const points = layout.points.filter((point) => point.series === series);
  for (const point of points) {
    const ring = point.look !== 'plain';
    parts.push([ring ? 'q' : 'c', dotPath(point), dim(point.toDate)]);
    if (point.open) parts.push(['n', openPoint(point)]);
  }
  for (const point of points)
    if (point.look === 'estimated' || point.look === 'sample') parts.push(['w', dotPath(point)]);
  for (const text of layout.texts)
    if (text.series === series) parts.push(['l', `M${text.x - 8} ${text.y - 4}h5`]);
  return paths(paint, parts);
}

/** Boxes of paper behind the words that stand in the plot, where words cannot have a halo. */
function drawPaper(layout: ChartLayout, fill: string): string {
  const boxes = layout.texts
    .filter(({ role }) => 'halo' in paints[textPaint[role]])
    .map((text) => textBox(text, layout.fontSize))
    .map(({ x, y, w, h }) => `M${half(x)} ${half(y)}h${half(w)}v${half(h)}h${-half(w)}z`);
  return boxes.length ? `<path fill="${fill}" d="${boxes.join('')}"/>` : '';
}

/**
 * All that is drawn of a chart, without the element around it. Without `theme` it is painted by the classes of
 * `chart.css`, for pages; with it by attributes, in the theme's colours, for files that stand alone.
 */
export function drawMarks(
  model: ChartModel,
  layout: ChartLayout,
  { id: rawId, theme }: { id: string; theme?: Theme },
): string {
  const id = escapeXml(rawId);
  const colours = theme && palette[theme];
  const paint = colours ? attributePaint(colours) : classPaint;
  const { plot } = layout;
  const right = `h${plot.w}`;
  const hatched = layout.bars.filter((bar) => bar.look === 'provisional');
  const hatchedPoints = layout.points.filter((point) => point.look === 'provisional');
  const hatch = hatched.length || hatchedPoints.length;

  const frame: [PaintName, string][] = layout.scale.ticks
    .filter(({ value }) => value !== 0)
    .map(({ y }) => ['g', `M${plot.x} ${y}${right}`]);
  const over: [PaintName, string][] = [
    ...layout.breaks.map(({ x }): [PaintName, string] => ['r', `M${x} 4V${plot.y + plot.h}`]),
    ...layout.targets.map(({ x, y, w, sample }): [PaintName, string] => [
      sample ? 'j' : 'k',
      `M${x} ${y}h${w}`,
    ]),
    ...layout.crosses.map((at): [PaintName, string] => ['x', crossPath(at)]),
    ...layout.spans.map(({ x, y, w }): [PaintName, string] => ['x', `M${x} ${y}h${w}`]),
    ...layout.signs.map((sign): [PaintName, string] => [
      sign.sign === 'gap' ? 'x' : sign.sign === 'target' ? 'k' : 'r',
      signPath(sign),
    ]),
  ];
  if (layout.scale.ticks.length) over.unshift(['z', `M${plot.x} ${layout.baseline}${right}`]);

  const series = model.series.map(({ colour }, index) => {
    const drawn = drawSeries(layout, index, colours ? attributePaint(colours, colour) : paint);
    return drawn && `<g${colours ? '' : ` class="s${colour}"`}>${drawn}</g>`;
  });
  return [
    hatch
      ? `<pattern id="${id}-h" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path${paint('f')} d="M0 0v5"/></pattern>`
      : '',
    paths(paint, frame),
    ...series,
    hatched.length
      ? `<path fill="url(#${id}-h)" d="${hatched.map((bar) => barPath(bar, layout.baseline)).join('')}"/>`
      : '',
    hatchedPoints.length
      ? `<path${paint('h')} stroke="url(#${id}-h)" d="${hatchedPoints.map(dotPath).join('')}"/>`
      : '',
    paths(paint, over),
    colours ? drawPaper(layout, colours.paper) : '',
    drawTexts(layout, paint),
  ].join('');
}

/** A title and a description by which an image names itself, and the attributes that say so. */
export function nameImage(
  model: ChartModel,
  rawId: string,
  also: readonly string[] = [],
): { attributes: string; text: string } {
  const id = escapeXml(rawId);
  return {
    attributes: ` role="img" aria-labelledby="${[`${id}-t`, `${id}-d`, ...also.map(escapeXml)].join(' ')}"`,
    text: `<title id="${id}-t">${escapeXml(model.title)}</title><desc id="${id}-d">${escapeXml(model.sentence)}</desc>`,
  };
}

/**
 * The chart as an SVG element of a page, in which `id` must be unique.
 * Names, notes and titles are escaped: they are written by people.
 */
export function drawSvg(model: ChartModel, layout: ChartLayout, { id }: { id: string }): string {
  const { width, height, size, fontSize } = layout;
  const { attributes, text } = nameImage(model, id);
  return `<svg class="chart ${size}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-size="${fontSize}"${attributes}>${text}${drawMarks(model, layout, { id })}</svg>`;
}
