import type { Chart } from 'chart.js';
import { drawCanvas } from '../../../web/src/client/chart/canvas.ts';
import { layoutChart } from '../../../web/src/lib/chart/layout.ts';
import { palette } from '../../../web/src/lib/chart/palette.ts';
import type { ChartModel } from '../../../web/src/lib/chart/types.ts';
import { formatTick } from '../../../web/src/lib/words/numbers.ts';

/** A path as the canvas gets it: SVG path data. */
class RecordedPath {
  readonly d: string;
  constructor(d = '') {
    this.d = d;
  }
}

interface State {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  globalAlpha: number;
  textAlign: string;
  font: string;
}

const anchors: Record<string, string> = { left: 'start', center: 'middle', right: 'end' };

/** What is drawn on a canvas, as elements of SVG with the attributes that the site's own SVG has. */
class Recorder {
  state: State = {
    fillStyle: '#000',
    strokeStyle: '#000',
    lineWidth: 1,
    globalAlpha: 1,
    textAlign: 'left',
    font: '',
  };
  readonly #saved: State[] = [];
  readonly #shapes: { path: RecordedPath; paint: string }[] = [];
  readonly #texts = new Map<string, string>();

  save() {
    this.#saved.push({ ...this.state });
  }
  restore() {
    this.state = this.#saved.pop() ?? this.state;
  }
  fill(path?: unknown) {
    if (!(path instanceof RecordedPath)) return;
    const { fillStyle, globalAlpha: alpha } = this.state;
    const pale = alpha === 0.2 || alpha === 0.1 ? ' fill-opacity="0.2"' : '';
    this.#shapes.push({ path, paint: ` fill="${fillStyle}"${pale}${this.#dim()}` });
  }
  stroke(path?: unknown) {
    if (!(path instanceof RecordedPath)) return;
    const stroke = ` stroke="${this.state.strokeStyle}" stroke-width="${this.state.lineWidth}"`;
    const last = this.#shapes.at(-1);
    if (last?.path === path) last.paint += stroke;
    else this.#shapes.push({ path, paint: ` fill="none"${stroke}${this.#dim()}` });
  }
  /** Only what is hatched is clipped. */
  clip(path?: unknown) {
    if (path instanceof RecordedPath) this.#shapes.push({ path, paint: ' fill="url(#hatch)"' });
  }
  fillText(text: string, x: number, y: number) {
    const { fillStyle, textAlign, font } = this.state;
    const weight = font.startsWith('600') ? ' font-weight="600"' : '';
    const style = ` fill="${fillStyle}"${weight} text-anchor="${anchors[textAlign]}"`;
    const others = this.#texts.get(style) ?? '';
    this.#texts.set(style, `${others}<text x="${x}" y="${y}">${text}</text>`);
  }
  #dim() {
    return this.state.globalAlpha === 0.5 || this.state.globalAlpha === 0.1 ? ' opacity=".5"' : '';
  }

  toString(): string {
    const shapes = this.#shapes.map(({ path, paint }) => `<path${paint} d="${path.d}"/>`);
    const texts = [...this.#texts].map(([style, inside]) => `<g${style}>${inside}</g>`);
    return `<g transform="translate(0 0)" font-size="13">${[...shapes, ...texts].join('')}</g>`;
  }
}

/** A canvas without a browser: what our own code draws is recorded, Chart.js' own lines are not. */
function recordingCanvas() {
  const recorder = new Recorder();
  const context = new Proxy(recorder, {
    get(target, key) {
      if (key in target) {
        const member = Reflect.get(target, key) as unknown;
        return typeof member === 'function' ? member.bind(target) : member;
      }
      if (key in target.state) return target.state[key as keyof State];
      return key === 'measureText' ? () => ({ width: 0 }) : () => undefined;
    },
    set(target, key, value) {
      target.state = { ...target.state, [key]: value };
      return true;
    },
  });
  const canvas = { width: 0, height: 0, getContext: () => context };
  Reflect.set(context, 'canvas', canvas);
  return { recorder, canvas: canvas as unknown as HTMLCanvasElement };
}

const inks = ({ paper, rule, muted, ink, series }: typeof palette.light) =>
  new Map([
    ...Object.entries({ paper, rule, muted, ink, accent: ink }),
    ...series.map((colour, i) => [`s${i}`, colour] as const),
  ]);

/**
 * Draws a chart with Chart.js as a page does, in the light theme. Gives what Chart.js was given, and what was drawn, to
 * be read like an SVG.
 */
export function drawOnCanvas(model: ChartModel): {
  labels: unknown;
  data: unknown[];
  drawn: string;
} {
  const layout = layoutChart(model, 'large', (value) => formatTick(value, model.locale));
  const colours = inks(palette.light);
  const page = {
    document: { documentElement: {} },
    getComputedStyle: () => ({ getPropertyValue: (name: string) => colours.get(name.slice(2)) }),
    Path2D: RecordedPath,
  };
  const { recorder, canvas } = recordingCanvas();
  Object.assign(globalThis, page);
  let chart: Chart | undefined;
  try {
    chart = drawCanvas(canvas, { model, layout }, { ratio: 1, family: 'sans', ringOf: () => null });
    const { labels, datasets } = chart.data;
    return { labels, data: datasets.map(({ data }) => data), drawn: recorder.toString() };
  } finally {
    chart?.destroy();
    for (const name of Object.keys(page)) Reflect.deleteProperty(globalThis, name);
  }
}
