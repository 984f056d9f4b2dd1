import { readFaces, type Lettering } from './faces.ts';
import { shapeText } from './shape.ts';

/** How the elements around a text set it. `size`: px. */
interface Setting {
  size: number;
  weight: Lettering['weight'];
  anchor: string;
}

/** A text of an image, at a point on its baseline, px. */
interface SetText extends Lettering, Setting {
  x: number;
  y: number;
  /** Of the path that takes its place: its fill and the like, with a space before. */
  paint: string;
}

const list = '((?:\\s+[\\w:-]+="[^"]*")*)';
/** Of the XML that the site writes: what nobody sees, a text, and any other tag. */
const parts = new RegExp(
  `<(title|desc)${list}>[^<]*</\\1>|<text${list}>([^<]*)</text>|<(/?)[\\w:-]+${list}\\s*(/?)>`,
  'g',
);

const readAttributes = (text: string): Map<string, string> =>
  new Map([...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
/** The words as they are read: spaces are as in HTML. */
const readWords = (text: string): string =>
  text
    .replace(/&(#39|\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();

/** The setting within an element. */
function within(outer: Setting, attributes: Map<string, string>): Setting {
  const weight = attributes.get('font-weight');
  return {
    size: Number(attributes.get('font-size') ?? outer.size),
    weight: weight ? (Number(weight) >= 550 ? 'semibold' : 'regular') : outer.weight,
    anchor: attributes.get('text-anchor') ?? outer.anchor,
  };
}

const ofText = new Set(['x', 'y', 'font-family', 'font-size', 'font-weight', 'text-anchor']);

/** Takes an image apart into its texts and what stands between them. */
function takeApart(svg: string): (string | SetText)[] {
  const found: (string | SetText)[] = [];
  const around: Setting[] = [{ size: 16, weight: 'regular', anchor: 'start' }];
  let end = 0;
  for (const match of svg.matchAll(parts)) {
    const [whole, unseen, , ofWords, words, closing, attributes = '', alone] = match;
    found.push(svg.slice(end, match.index));
    end = match.index + whole.length;
    if (ofWords !== undefined) {
      const own = readAttributes(ofWords);
      const paint = [...own].map(([name, value]) =>
        ofText.has(name) ? '' : ` ${name}="${value}"`,
      );
      found.push({
        ...within(around.at(-1)!, own),
        text: readWords(words!),
        x: Number(own.get('x') ?? 0),
        y: Number(own.get('y') ?? 0),
        paint: paint.join(''),
      });
    } else if (!unseen) {
      found.push(whole);
      if (closing) around.pop();
      else if (!alone) around.push(within(around.at(-1)!, readAttributes(attributes)));
    }
  }
  return [...found, svg.slice(end)];
}

const shares: Record<string, number> = { start: 0, middle: 0.5, end: 1 };

/**
 * An image of the site with outlines in place of its texts, so that it looks the same wherever it is drawn. Knows the
 * plain SVG that the site writes: texts hold words only and stand at one point, sizes are plain numbers.
 */
export async function outlineTexts(svg: string, assets: Fetcher): Promise<string> {
  const apart = takeApart(svg);
  const texts = apart.filter((part) => typeof part !== 'string');
  const faces = await readFaces(assets, texts);
  const chinese = /^<svg[^>]* lang="zh/.test(svg);
  return apart
    .map((part) => {
      if (typeof part === 'string') return part;
      const { width, pathAt } = shapeText({ ...part, chinese }, part.size, faces);
      const path = pathAt(part.x - width * (shares[part.anchor] ?? 0), part.y);
      return path && `<path${part.paint} d="${path}"/>`;
    })
    .join('');
}
