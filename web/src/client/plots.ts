/** The code of the canvas, fetched when a reader first points at a plot or focuses it. */
let chart: Promise<typeof import('./chart/take-over.ts')> | undefined;

export function touchPlot({ target }: Event): void {
  const plot = target instanceof Element && target.closest<HTMLElement>('.plot');
  if (plot) void (chart ??= import('./chart/take-over.ts')).then(({ takeOver }) => takeOver(plot));
}

/** Lets go of the plots of a part that leaves the page. */
export function releasePlots(part: Element): void {
  const plots = part.querySelectorAll<HTMLElement>('.plot');
  void chart?.then(({ release }) => plots.forEach(release));
}
