import { palette } from '../../../web/src/lib/chart/palette.ts';

/** What a reader of an image can tell of one value: where it ends, within so many units, and how it is painted. */
export interface Seen {
  year: number;
  colour: number;
  /** Of a bar its height, of a point its value, in the unit of the axis. */
  value: number;
  /** Units that the pixels leave open. */
  within: number;
  marks: string[];
  /** Where its ink is, px of the image: of a bar all of it, of a point its middle. `end`: where the value is. */
  at: { x: number; y: number; w: number; h: number; end: number };
}

const number = (text: string) => Number(text.replace(/[,\s]/g, '').replace('\u2212', '-'));

type Element = { attributes: string; text: string };

const elements = (svg: string, name: string): Element[] =>
  [
    ...svg.matchAll(new RegExp(`<${name}((?: [\\w-]+="[^"]*")*)(?:/>|>([^<]*)</${name}>)`, 'g')),
  ].map(([, attributes = '', text = '']) => ({ attributes, text }));

/** All words of the image, as they follow each other, without spaces: lines are broken anywhere. */
export const wordsOf = (svg: string): string =>
  elements(svg, 'text')
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, '');

/** Where a year is: the middle of its slot, and the axis it stands below. */
export interface Place {
  year: number;
  x: number;
  base: number;
}

/** The words at a year, in the plot. */
export interface Label {
  year: number;
  text: string;
}

/**
 * Reads an image of the light theme back by its axes, its years and its colours alone, as someone with a ruler
 * would; nothing of the layout is known here.
 */
export function readImage(svg: string): { seen: Seen[]; labels: Label[]; years: Place[] } {
  const [, left, above, plot = ''] =
    /<g transform="translate\(([\d.-]+) ([\d.-]+)\)" font-size="13">(.*)$/.exec(svg) ?? [];
  const [dx, dy] = [Number(left), Number(above)];
  const groups = [...plot.matchAll(/<g([^>]*)>((?:<text [^>]*>[^<]*<\/text>)+)<\/g>/g)].map(
    ([, style = '', inside = '']) => ({
      style,
      texts: [...inside.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)">([^<]*)</g)].map(
        ([, x, y, text = '']) => ({ x: Number(x), y: Number(y), text }),
      ),
    }),
  );
  const ticks = groups.find(({ style }) => style.includes('text-anchor="end"'))?.texts ?? [];
  const years = groups
    .filter(({ style }) => style.includes(palette.light.ink) && style.includes('"middle"'))
    .flatMap(({ texts }) => texts)
    .filter(({ text }) => /^(19|20)\d\d$/.test(text));
  if (ticks.length < 2 || !years.length) return { seen: [], labels: [], years: [] };

  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const unit = (number(high.text) - number(low.text)) / (low.y - high.y);
  const zero = ticks.find(({ text }) => number(text) === 0)!.y - 13 * 0.35;
  const yearAt = (x: number) =>
    Number(years.toSorted((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0]!.text);

  const paths = [...plot.matchAll(/<path((?: [\w-]+="[^"]*")*) d="([^"]*)"\/>/g)].map(
    ([, paint = '', d = '']) => ({ paint, d }),
  );
  const hatched = paths
    .filter(({ paint }) => paint.includes('url(#'))
    .map(({ d }) => d)
    .join('');
  const seen: Seen[] = [];
  palette.light.series.forEach((ink, colour) => {
    const own = paths.filter(({ paint }) => paint.includes(ink));
    const all = (test: (paint: string) => boolean) =>
      own
        .filter(({ paint }) => test(paint))
        .map(({ d }) => d)
        .join('');
    const edges = all((paint) => paint.includes('stroke-width="3"'));
    const arrows = all((p) => p.includes('stroke-width="1.5"') && p.includes('fill="none"'));
    const holes = paths
      .filter(({ paint }) => paint.includes('stroke-width="5"'))
      .map(({ d }) => d)
      .join('');
    for (const { paint, d } of own) {
      for (const [whole, x, top, base, w, , closed] of d.matchAll(
        /M([\d.-]+) ([\d.-]+)V([\d.-]+)h([\d.-]+)V([\d.-]+)(z?)/g,
      )) {
        const sample = paint.includes('fill-opacity');
        const hollow = paint.includes(`fill="${palette.light.paper}"`);
        const corner = sample || hollow ? Number(x) - 0.75 : Number(x);
        const open =
          closed === '' ||
          new RegExp(`M${corner} [\\d.-]+h`).test(edgesNear(edges, corner, Number(top)));
        seen.push({
          year: yearAt(corner + Number(w) / 2),
          colour,
          value: (Number(base) - Number(top)) * unit,
          within: 5 * unit,
          at: {
            x: Number(x) + dx,
            y: Math.min(Number(top), Number(base)) + dy,
            w: Number(w),
            h: Math.abs(Number(base) - Number(top)),
            end: Number(top) + dy,
          },
          marks: [
            ...(sample ? ['sample'] : hollow ? ['E'] : hatched.includes(whole) ? ['P'] : []),
            ...(open ? ['at_least'] : []),
            ...(paint.includes('opacity=".5"') ? ['year_to_date'] : []),
          ],
        });
      }
      if (!/stroke-width="[79]"/.test(paint)) continue;
      for (const [whole, x, y] of d.matchAll(/M([\d.-]+) ([\d.-]+)h\.01/g)) {
        const ring = paint.includes('stroke-width="9"');
        seen.push({
          year: yearAt(Number(x)),
          colour,
          value: (zero - Number(y)) * unit,
          within: 1.1 * unit,
          at: { x: Number(x) + dx, y: Number(y) + dy, w: 0, h: 0, end: Number(y) + dy },
          marks: [
            ...(ring ? [holes.includes(whole) ? 'hole' : 'P'] : []),
            ...(arrows.includes(`M${x} ${Number(y) - 6}v-7`) ? ['at_least'] : []),
            ...(paint.includes('opacity=".5"') ? ['year_to_date'] : []),
          ],
        });
      }
    }
  });
  const labels = groups
    .filter(({ style }) => style.includes('font-weight="600"'))
    .flatMap(({ texts }) => texts.map(({ x, text }) => ({ year: yearAt(x), text })));
  const places = years.map(({ x, y, text }) => ({
    year: Number(text),
    x: x + dx,
    base: y + dy - 19,
  }));
  return { seen, labels, years: places };
}

/** The dashes that stand within 4 px of the end of a bar. */
const edgesNear = (edges: string, x: number, top: number): string =>
  [...edges.matchAll(/M([\d.-]+) ([\d.-]+)h/g)]
    .filter(([, left, y]) => Number(left) === x && Math.abs(Number(y) - top) <= 4)
    .map(([whole]) => whole)
    .join('');
