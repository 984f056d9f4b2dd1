import type { ChartSize } from '../../lib/chart/types.ts';
import type { ChartData } from './canvas.ts';

/** Which of its SVGs a plot shows: the style sheet decides, by width. None while the plot is hidden. */
export const shownSvg = (plot: Element): SVGSVGElement | undefined =>
  [...plot.querySelectorAll<SVGSVGElement>(':scope > svg')].find(
    (svg) => svg.getClientRects().length,
  );

export const sizeOf = (svg: SVGSVGElement): ChartSize =>
  (['tiny', 'narrow', 'large'] as const).find((size) => svg.classList.contains(size)) ?? 'wide';

/** The model and layout of a plot at one size, from the address in its `data-model`. Throws where there is none. */
export async function loadData(
  plot: HTMLElement,
  size: ChartSize,
  signal: AbortSignal,
): Promise<ChartData> {
  const url = new URL(plot.dataset.model!, location.href);
  url.searchParams.set('size', size);
  const answer = await fetch(url, { signal });
  if (!answer.ok) throw new Error(`The chart's model was answered with ${answer.status}`);
  return (await answer.json()) as ChartData;
}
