import type { Plugin } from 'chart.js';
import { anchors, smallRoles } from '../../lib/chart/layout-types.ts';
import type { Box, ChartLayout } from '../../lib/chart/layout-types.ts';
import { paints, textPaint } from '../../lib/chart/svg-paint.ts';
import type { PaintStyle } from '../../lib/chart/svg-paint.ts';
import { crossPath, signPath } from '../../lib/chart/svg-shapes.ts';
import type { ChartModel } from '../../lib/chart/types.ts';
import { paintPath } from './canvas-paint.ts';
import type { Inks } from './canvas-paint.ts';

function drawTexts(
  context: CanvasRenderingContext2D,
  layout: ChartLayout,
  inks: Inks,
  family: string,
) {
  for (const { role, text, x, y } of layout.texts) {
    const style: PaintStyle = paints[textPaint[role]];
    const size = smallRoles.has(role) ? layout.fontSize - 1 : layout.fontSize;
    context.save();
    context.font = `${style.weight ?? 400} ${size}px ${family}`;
    context.textAlign = ({ start: 'left', middle: 'center', end: 'right' } as const)[anchors[role]];
    context.textBaseline = 'alphabetic';
    if (style.halo) {
      context.strokeStyle = inks.paper;
      context.lineWidth = 4;
      context.lineJoin = 'round';
      context.strokeText(text, x, y);
    }
    context.fillStyle = style.fill === 'muted' ? inks.muted : inks.ink;
    context.fillText(text, x, y);
    context.restore();
  }
}

/**
 * What stands around the data, from the same layout as the SVG: the grid below it; the axis, targets, breaks, gaps
 * and words above it; and a ring around the point the keyboard is on.
 */
export function frame(
  { series }: ChartModel,
  layout: ChartLayout,
  inks: Inks,
  family: string,
  ringOf: () => Box | null,
): Plugin {
  const { plot } = layout;
  const right = `h${plot.w}`;
  return {
    id: 'frame',
    beforeDatasetsDraw({ ctx }) {
      for (const { value, y } of layout.scale.ticks)
        if (value !== 0) paintPath(ctx, `M${plot.x} ${y}${right}`, 'g', inks);
    },
    afterDatasetsDraw({ ctx }) {
      const paint = (path: string, name: Parameters<typeof paintPath>[2], colour = 0) =>
        paintPath(ctx, path, name, inks, { colour });
      for (const text of layout.texts)
        if (text.series !== undefined)
          paint(`M${text.x - 8} ${text.y - 4}h5`, 'l', series[text.series]!.colour);
      if (layout.scale.ticks.length) paint(`M${plot.x} ${layout.baseline}${right}`, 'z');
      for (const { x } of layout.breaks) paint(`M${x} 4V${plot.y + plot.h}`, 'r');
      for (const { x, y, w, sample } of layout.targets)
        paint(`M${x} ${y}h${w}`, sample ? 'j' : 'k');
      for (const cross of layout.crosses) paint(crossPath(cross), 'x');
      for (const { x, y, w } of layout.spans) paint(`M${x} ${y}h${w}`, 'x');
      for (const sign of layout.signs)
        paint(signPath(sign), sign.sign === 'gap' ? 'x' : sign.sign === 'target' ? 'k' : 'r');
      drawTexts(ctx, layout, inks, family);
      const ring = ringOf();
      if (!ring) return;
      ctx.save();
      for (const [width, colour] of [
        [4, inks.paper],
        [2, inks.accent],
      ] as const) {
        ctx.lineWidth = width;
        ctx.strokeStyle = colour;
        ctx.strokeRect(ring.x - 2, ring.y - 2, ring.w + 4, ring.h + 4);
      }
      ctx.restore();
    },
  };
}
