import { drawnLegend } from '$lib/chart/legend.ts';
import { layoutChart } from '$lib/chart/layout.ts';
import { emWidth } from '$lib/chart/text-width.ts';
import type { ChartFile } from '$lib/chart/files/chart-file.ts';
import { wrapLines } from '$lib/chart/files/wrap.ts';
import type { ChartModel, ChartSize } from '$lib/chart/types.ts';
import { formatTick } from '$lib/words/numbers.ts';

/** px: a line of small words in any language, and what stands between the parts of the page, as in embed.css. */
const LINE = 22.1;
const SMALL = 13;
const BETWEEN = 56;

/** The drawing that a frame of this width shows, and how wide it is drawn at most, px. As in chart.css and embed.css. */
function drawingOf(width: number): { size: ChartSize; most: number } {
  if (width < 330) return { size: 'tiny', most: 720 };
  if (width < 512) return { size: 'narrow', most: 720 };
  if (width < 820) return { size: 'wide', most: width < 600 ? 720 : 680 };
  return { size: 'large', most: 1000 };
}

/** Rows that the keys of the chart take. */
function keyRows(model: ChartModel, room: number): number {
  const names = model.series.length > 1 ? model.series.map(({ name }) => name) : [];
  const labels = [...names.toReversed(), ...drawnLegend(model).map(({ label }) => label)];
  let rows = labels.length ? 1 : 0;
  let taken = 0;
  for (const label of labels) {
    const width = Math.min(room, 22 + emWidth(label) * SMALL);
    if (taken && taken + width > room) {
      rows += 1;
      taken = 0;
    }
    taken += width + 16;
  }
  return rows;
}

/**
 * How high a frame of this width needs to be where nobody fits it, px: an estimate on the safe side, as the reader's
 * fonts are not known. `held`: at a release, of which the page says whether newer figures exist.
 */
export function estimateHeight(
  { model }: Pick<ChartFile, 'model'>,
  width: number,
  { held = false } = {},
): number {
  const margin = width < 600 ? 12 : 16;
  // A consumer may say that it has less room than the margins take.
  const room = Math.max(1, width - 2 * margin);
  const title = width < 600 ? 17 : 21;
  const { size, most } = drawingOf(width);
  const layout = layoutChart(model, size, (value) => formatTick(value, model.locale));
  const lines = (text: string) => wrapLines(text, SMALL, room).length;
  const titleLines = wrapLines(model.title, title * 1.04, room).length;
  const smallLines =
    lines(model.subtitle) +
    lines(model.note ?? '') +
    lines(model.sourceLine) +
    keyRows(model, room) +
    // The line that opens the table, whose figures they are, the links; of a frozen chart also from when.
    (held ? 5 : 3);
  return Math.ceil(
    titleLines * title * 1.35 +
      (layout.height * Math.min(room, most)) / layout.width +
      (smallLines + 1) * LINE +
      BETWEEN,
  );
}
