import { decode } from 'fast-png';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { palette } from '../../../web/src/lib/chart/palette.ts';
import { drawPng } from '../../../worker/images/draw.ts';
import type { Place, Seen } from './files-svg-read.ts';

type Colour = readonly number[];

const fonts = join(import.meta.dirname, '../../../web/static/fonts');
const assets = {
  fetch: async (address: string) =>
    new Response(readFileSync(join(fonts, new URL(address).pathname.replace('/fonts/', '')))),
} as unknown as Fetcher;

const read = (hex: string): Colour => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const paper = read(palette.light.paper);
/** An ink that covers so much of the paper. */
const mix = (ink: Colour, share: number): Colour =>
  ink.map((channel, i) => paper[i]! + (channel - paper[i]!) * share);
const alike = (one: Colour, other: Colour) =>
  one.every((channel, i) => Math.abs(channel - other[i]!) <= 3);

/** A PNG of the light theme, by its pixels. */
export interface Picture {
  width: number;
  height: number;
  pixel: (x: number, y: number) => Colour;
}

export async function drawPicture(svg: string): Promise<Picture> {
  const { width, height, data, palette: colours } = decode(await drawPng(svg, 1, assets));
  const pixel = (x: number, y: number) => colours![data[Math.floor(y) * width + Math.floor(x)]!]!;
  return { width, height, pixel };
}

/** Pixels from the middle of a place outwards, row by row. */
function* around(x: number, y: number, reach: number): Generator<[number, number]> {
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) yield [x + dx, y + dy];
}

/** What one value has to look like in the picture: its ink where it is, and none beyond its end. */
function checkOne({ pixel }: Picture, { at, colour, marks, year }: Seen): void {
  const ink = read(palette.light.series[colour]!);
  const dim = marks.includes('year_to_date') ? 0.5 : 1;
  const what = `${year} ${palette.light.series[colour]} ${marks.join()}`;
  const some = (places: Iterable<[number, number]>, ...wanted: Colour[]) =>
    [...places].some(([x, y]) => wanted.some((colour) => alike(pixel(x, y), colour)));

  if (!at.w) {
    const middle = marks.includes('hole') ? [paper] : [ink, mix(ink, dim)];
    expect(some(around(at.x, at.y, 3), ...middle), `${what}: no point`).toBe(true);
    return;
  }
  // A share of more than the whole, which only made-up figures have, is cut by the edge of the image.
  const top = Math.max(at.y, 0);
  const h = at.y + at.h - top;
  if (h < 6) return;
  const middle = [...around(at.x + at.w / 2, top + h / 2, Math.min(8, h / 2 - 2))];
  const share = marks.includes('sample') ? 0.2 * dim : marks.includes('E') ? 0 : dim;
  expect(some(middle, mix(ink, share)), `${what}: not filled`).toBe(true);
  if (marks.includes('P') && !marks.includes('sample'))
    expect(
      middle.some(([x, y]) => !alike(pixel(x, y), mix(ink, share))),
      `${what}: no stripes`,
    ).toBe(true);
  if (share === 0) {
    const edge = [...around(at.x, top + h / 2, 1)];
    const darkest = Math.min(...edge.map(([x, y]) => pixel(x, y)[0]!));
    expect(darkest, `${what}: no edge`).toBeLessThan(mix(ink, 0.45 * dim)[0]!);
  }
}

/** Whether a row has six pixels of a colour beside each other, from `x` on. */
function hasRun({ pixel }: Picture, colours: Colour[], x: number, y: number): boolean {
  const six = [0, 1, 2, 3, 4, 5];
  return colours.some((colour) => six.every((dx) => alike(pixel(x + dx, y), colour)));
}

/**
 * Checks the pixels of a chart: each value that its SVG shows is painted there in its own way, nothing of its ink is
 * beyond its end, and none of a series where it has no value. Gives how many values and gaps were looked at.
 */
export function checkPixels(
  picture: Picture,
  { seen, years }: { seen: Seen[]; years: Place[] },
  colours: number[],
): number {
  for (const one of seen) checkOne(picture, one);
  let gaps = 0;
  for (const { year, x, base } of years)
    for (const colour of colours) {
      const mine = seen.filter((one) => one.year === year && one.colour === colour);
      if (mine.some(({ at }) => !at.w)) continue;
      gaps++;
      const ink = read(palette.light.series[colour]!);
      const own = [ink, mix(ink, 0.2)];
      // Where the value ends; without one, the axis.
      const free = mine.length ? mine[0]!.at : null;
      for (let y = base - 300; y < base - 2; y++) {
        if (free && y > free.y - 6 && y < free.y + free.h + 6) continue;
        expect(
          hasRun(picture, own, x - 3, y),
          `${year} ${palette.light.series[colour]}: ${y}`,
        ).toBe(false);
      }
    }
  return seen.length + gaps;
}
