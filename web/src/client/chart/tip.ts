import { drawSwatch } from '../../lib/chart/svg-swatch.ts';
import type { ChartData } from './canvas.ts';
import { boxOf, seriesOf } from './points.ts';
import type { Place } from './points.ts';

function line(className: string, ...content: (Node | string)[]): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.className = className;
  paragraph.append(...content);
  return paragraph;
}

/** A swatch as nodes. Its markup is ours, without any words of the model. */
const swatch = (colour: number, line: boolean): Node =>
  document.createRange().createContextualFragment(`${drawSwatch({ colour, line })} `);

/** Fills the tip with a year: its values, that of `place` stressed, and what their marks mean. Names are set as text. */
function fillTip(tip: HTMLElement, data: ChartData, place: Place, hint: string): void {
  const series = seriesOf(data);
  const { model } = data;
  const points = series.map((one) => one.points[place.point]!);
  const used = new Set(points.flatMap((point) => point.marks));
  tip.replaceChildren(
    line('', String(model.years[place.point])),
    ...series
      .map(({ name, colour, id }, index) => {
        const words = `${name} ${points[index]!.label}`;
        const now = series.length > 1 && index === place.series ? 'now' : '';
        return id === 'total'
          ? line(now, words)
          : line(now, swatch(colour, model.kind === 'line'), words);
      })
      .reverse(),
    ...model.legend
      .filter(({ mark }) => used.has(mark) && mark !== 'missing')
      .map(({ label }) => line('aside', label)),
    ...(hint ? [line('aside', hint)] : []),
  );
}

/**
 * Shows the tip beside a point, inside the plot.
 * @param scale screen px per px of the layout
 * @param hint what can be done there, if anything
 */
export function showTip(
  tip: HTMLElement,
  data: ChartData,
  place: Place,
  { scale, hint }: { scale: number; hint: string },
): void {
  fillTip(tip, data, place, hint);
  tip.hidden = false;
  const box = boxOf(data, place);
  const { width, plot } = data.layout;
  const room = width * scale;
  const after = (box.x + box.w + 8) * scale;
  const before = box.x * scale - 8 * scale - tip.offsetWidth;
  const left = after + tip.offsetWidth <= room || before < 0 ? after : before;
  tip.style.left = `${Math.max(0, Math.min(left, room - tip.offsetWidth))}px`;
  tip.style.top = `${plot.y * scale}px`;
}
