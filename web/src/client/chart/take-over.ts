import type { Chart } from 'chart.js';
import { drawCanvas } from './canvas.ts';
import { linkAt } from './links.ts';
import { loadData, shownSvg, sizeOf } from './plot.ts';
import { boxOf } from './points.ts';
import type { Place } from './points.ts';
import { readByKeyAndPointer } from './read.ts';
import { showTip } from './tip.ts';
import { watchPlot } from './watch.ts';

const taken = new WeakMap<HTMLElement, AbortController>();

/**
 * Puts a canvas that reads its points in the place of a plot's SVG. The SVG stays in the page: it keeps the box,
 * speaks to screen readers and prints. Where something fails the plot stays as it was, silently, and the next
 * touch tries again: call it on every touch, it does nothing for a plot that is taken.
 */
export async function takeOver(plot: HTMLElement): Promise<void> {
  if (taken.has(plot) || !shownSvg(plot)) return;
  const abort = new AbortController();
  taken.set(plot, abort);
  try {
    await start(plot, abort.signal);
  } catch {
    release(plot);
  }
}

/** Gives a plot its SVG back, and lets go of everything. */
export function release(plot: HTMLElement): void {
  taken.get(plot)?.abort();
  taken.delete(plot);
}

async function start(plot: HTMLElement, signal: AbortSignal): Promise<void> {
  let size = sizeOf(shownSvg(plot)!);
  let data = await loadData(plot, size, signal);
  await document.fonts.ready;
  signal.throwIfAborted();

  const canvas = document.createElement('canvas');
  const tip = document.createElement('div');
  canvas.ariaHidden = tip.ariaHidden = 'true';
  tip.className = 'tip';
  tip.hidden = true;
  let chart: Chart | null = null;
  let width = 0;
  let place: Place | null = null;
  let ringed = false;

  const show = (to: Place | null, ring: boolean) => {
    place = to;
    ringed = ring;
    const hint = (to && linkAt(plot, to) && plot.dataset.follow) || '';
    if (to) showTip(tip, data, to, { scale: width / data.layout.width, hint });
    else tip.hidden = true;
    chart?.draw();
  };
  const draw = (svg: SVGSVGElement) => {
    width = svg.getBoundingClientRect().width;
    chart?.destroy();
    chart = null;
    // Chart.js then leaves the size on screen to the style sheet.
    canvas.style.width = canvas.style.height = '100%';
    chart = drawCanvas(canvas, data, {
      ratio: (devicePixelRatio * width) / data.layout.width,
      family: getComputedStyle(svg).fontFamily,
      ringOf: () => (place && ringed ? boxOf(data, place) : null),
    });
    plot.classList.add('live');
  };
  const redraw = async (force: boolean) => {
    if (!plot.isConnected) return release(plot);
    const svg = shownSvg(plot);
    if (!svg || (!force && svg.getBoundingClientRect().width === width)) return;
    const wanted = sizeOf(svg);
    if (wanted !== size) {
      size = wanted;
      plot.classList.remove('live');
      show(null, false);
      const found = await loadData(plot, wanted, signal);
      if (size !== wanted || signal.aborted) return;
      data = found;
    }
    draw(shownSvg(plot) ?? svg);
  };

  const role = plot.getAttribute('role') ?? '';
  signal.addEventListener('abort', () => {
    chart?.destroy();
    canvas.remove();
    tip.remove();
    plot.classList.remove('live');
    plot.setAttribute('role', role);
  });
  draw(shownSvg(plot)!);
  plot.append(canvas, tip);
  // Else a screen reader keeps the arrow keys to itself.
  plot.setAttribute('role', 'application');
  readByKeyAndPointer(plot, canvas, { data: () => data, place: () => place, show }, signal);
  watchPlot(plot, (force) => void redraw(force).catch(() => release(plot)), signal);
}
