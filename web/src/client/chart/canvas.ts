import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import { LineController, LineElement, PointElement } from 'chart.js';
import type { ChartDataset } from 'chart.js';
import type { Box, ChartLayout } from '../../lib/chart/layout-types.ts';
import type { ChartModel } from '../../lib/chart/types.ts';
import { readInks } from './canvas-paint.ts';
import { frame } from './frame.ts';
import { marks } from './marks.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);
Chart.register(LineController, LineElement, PointElement);

export interface ChartData {
  model: ChartModel;
  layout: ChartLayout;
}

/**
 * Draws the chart on the canvas with Chart.js, pinned to the layout: the same plot box, scale, slots and bar
 * widths as the SVG. `ratio`: device pixels per px of the layout. `family`: the fonts of the SVG's words.
 */
export function drawCanvas(
  canvas: HTMLCanvasElement,
  { model, layout }: ChartData,
  { ratio, family, ringOf }: { ratio: number; family: string; ringOf: () => Box | null },
): Chart {
  const { plot, width, height, scale } = layout;
  const inks = readInks(document.documentElement);
  const line = model.kind === 'line';
  const datasets = model.series.map(({ colour, points }, index): ChartDataset => {
    const data = points.map(({ value }) => value);
    if (!line) return { type: 'bar', data, barThickness: layout.slots[0]?.bar };
    return {
      type: 'line',
      data,
      // Later lines lie over earlier ones, as in the SVG.
      order: -index,
      borderColor: inks.series[colour],
      borderWidth: 2,
      pointRadius: 0,
      segment: {
        borderDash: ({ p0DataIndex, p1DataIndex }) =>
          points[p0DataIndex]!.sample || points[p1DataIndex]!.sample ? [2, 4] : undefined,
      },
    };
  });
  canvas.width = width;
  canvas.height = height;
  return new Chart(canvas, {
    type: line ? 'line' : 'bar',
    data: { labels: model.years, datasets },
    options: {
      responsive: false,
      animation: false,
      events: [],
      clip: false,
      devicePixelRatio: ratio,
      layout: {
        padding: {
          left: plot.x,
          right: width - plot.x - plot.w,
          top: plot.y,
          bottom: height - plot.y - plot.h,
        },
      },
      scales: {
        x: { type: 'category', display: false, offset: true, stacked: !line },
        y: { type: 'linear', display: false, min: scale.min, max: scale.max, stacked: !line },
      },
    },
    plugins: [marks(model, layout, inks), frame(model, layout, inks, family, ringOf)],
  });
}
