import { create, type Font } from 'fontkit';
import { sliceOf } from './slice.ts';

/** The weights that images have: of text, and of headings and values. */
export type Weight = 'regular' | 'semibold';

/** Which fonts a word needs. */
export interface Lettering {
  text: string;
  weight: Weight;
}

/** Gives the font that has a sign, or the common one, which then draws a box. */
export type Faces = (weight: Weight, sign: string) => Font;

/** What was read in this isolate; null: there is no such file. Fonts, not promises, which belong to one request. */
const kept = new Map<string, Font | null>();

/** @throws Error where the common fonts were not built */
async function readFont(assets: Fetcher, weight: Weight, slice: string | null): Promise<void> {
  const name = [weight, slice].filter(Boolean).join('-');
  if (kept.has(name)) return;
  const answer = await assets.fetch(`https://assets/fonts/${name}.ttf`);
  if (!answer.ok && !slice) throw new Error(`The font ${name} was answered with ${answer.status}.`);
  kept.set(name, answer.ok ? create(new Uint8Array(await answer.arrayBuffer())) : null);
}

const codeOf = (sign: string) => sign.codePointAt(0)!;

/** Reads what words need, once in an isolate: the common fonts, and slices of rare hanzi where there are any. */
export async function readFaces(assets: Fetcher, words: Lettering[]): Promise<Faces> {
  const weights = new Set(words.map(({ weight }) => weight));
  await Promise.all([...weights].map((weight) => readFont(assets, weight, null)));
  const common = (weight: Weight) => kept.get(weight)!;

  const missing = new Map<string, [Weight, string]>();
  for (const { text, weight } of words)
    for (const sign of text) {
      const slice = sliceOf(codeOf(sign));
      if (slice && !common(weight).hasGlyphForCodePoint(codeOf(sign)))
        missing.set(`${weight}-${slice}`, [weight, slice]);
    }
  await Promise.all([...missing.values()].map((file) => readFont(assets, ...file)));

  return (weight, sign) => {
    const code = codeOf(sign);
    const font = common(weight);
    if (font.hasGlyphForCodePoint(code)) return font;
    const rare = kept.get(`${weight}-${sliceOf(code)}`);
    return rare?.hasGlyphForCodePoint(code) ? rare : font;
  };
}
