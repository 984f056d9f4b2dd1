import type { BarElement, Plugin } from 'chart.js';
import type { Bar, ChartLayout, LinePoint } from '../../lib/chart/layout-types.ts';
import { half } from '../../lib/chart/scale.ts';
import { barPath, dotPath, filled, openEdge, openPoint } from '../../lib/chart/svg-shapes.ts';
import type { ChartModel } from '../../lib/chart/types.ts';
import { hatch, paintPath } from './canvas-paint.ts';
import type { Inks } from './canvas-paint.ts';

type Context = CanvasRenderingContext2D;

function drawBar(context: Context, bar: Bar, baseline: number, colour: number, inks: Inks): void {
  const path = barPath(bar, baseline);
  const paint = { colour, opacity: bar.toDate ? 0.5 : 1 };
  const name = filled(bar.look) ? 'b' : bar.look === 'estimated' ? 'e' : 'p';
  paintPath(context, path, name, inks, paint);
  if (bar.open && filled(bar.look)) paintPath(context, openEdge(bar), 'o', inks, paint);
  if (bar.look === 'provisional') hatch(context, path, bar, inks.paper);
}

function drawDot(context: Context, point: LinePoint, colour: number, inks: Inks): void {
  const { x, y, look } = point;
  const paint = { colour, opacity: point.toDate ? 0.5 : 1 };
  paintPath(context, dotPath(point), look === 'plain' ? 'c' : 'q', inks, paint);
  if (point.open) paintPath(context, openPoint(point), 'n', inks, { colour });
  if (look === 'estimated' || look === 'sample') paintPath(context, dotPath(point), 'w', inks);
  if (look === 'provisional') {
    const disc = `M${x - 4.5} ${y}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0`;
    hatch(context, disc, { x: x - 5, y: y - 5, w: 10, h: 10 }, inks.paper);
  }
}

/** Draws bars and points where Chart.js puts them, with the marks of their values. */
export function marks(model: ChartModel, layout: ChartLayout, inks: Inks): Plugin {
  return {
    id: 'marks',
    beforeDatasetDraw({ ctx }, { index, meta }) {
      if (model.kind === 'line') return;
      for (const bar of layout.bars.filter(({ series }) => series === index)) {
        const { x, y, base, width } = (meta.data[bar.point] as BarElement).getProps(
          ['x', 'y', 'base', 'width'],
          true,
        );
        const [start, end] = [half(base!), half(y!)];
        const h = bar.h === 1 ? 1 : Math.abs(start - end);
        const at = { x: half(x! - width! / 2), y: bar.down ? start : start - h, w: width!, h };
        drawBar(ctx, { ...bar, ...at }, layout.baseline, model.series[index]!.colour, inks);
      }
      return false;
    },
    afterDatasetDraw({ ctx }, { index, meta }) {
      for (const point of layout.points.filter(({ series }) => series === index)) {
        const { x, y } = meta.data[point.point]!;
        drawDot(ctx, { ...point, x: half(x), y: half(y) }, model.series[index]!.colour, inks);
      }
    },
  };
}
