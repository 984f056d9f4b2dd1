import type * as TakeOver from './chart/take-over.ts';

/** The code of the canvas, fetched when a reader first points at a plot or focuses it. */
let chart: Promise<typeof TakeOver> | undefined;

export async function touchPlot({ target }: Event): Promise<void> {
  const plot = target instanceof Element && target.closest<HTMLElement>('.plot');
  if (!plot) return;
  try {
    chart ??= import('./chart/take-over.ts');
    await (await chart).takeOver(plot);
  } catch {
    // The drawing that the server sent stays; the next touch tries again.
    chart = undefined;
  }
}

/** Lets go of the plots of a part that leaves the page. */
export function releasePlots(part: Element): void {
  const plots = part.querySelectorAll<HTMLElement>('.plot');
  void chart?.then(({ release }) => plots.forEach(release));
}
