import type { Pixels } from './raster.ts';

/** An image of at most 256 colours: three bytes for each of them, and for each pixel which it has. */
export interface Indexed {
  width: number;
  height: number;
  colours: Uint8Array;
  indexes: Uint8Array;
}

const MOST = 256;
/** So many of the most frequent colours are kept exactly: papers, series, inks. */
const EXACT = 96;

/** Colours by number, 0xbbggrr, with how often each occurs and later its index. */
class Counted {
  readonly keys = new Int32Array(1 << 16).fill(-1);
  readonly counts = new Uint32Array(1 << 16);
  readonly indexes = new Uint8Array(1 << 16);
  size = 0;

  /** Where a colour is, or is to be. */
  slot(colour: number): number {
    let at = (Math.imul(colour, 0x9e3779b1) >>> 16) & 0xffff;
    while (this.keys[at] !== colour && this.keys[at] !== -1) at = (at + 1) & 0xffff;
    return at;
  }

  count(colour: number, times: number): void {
    const at = this.slot(colour);
    if (this.keys[at] === -1) {
      this.keys[at] = colour;
      this.size++;
    }
    this.counts[at]! += times;
  }
}

/** Calls back for each run of pixels of one colour, of which `mask` says which bits matter. */
function eachRun(
  { rgba }: Pixels,
  mask: number,
  visit: (colour: number, start: number, end: number) => void,
): void {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength / 4);
  let start = 0;
  for (let at = 1; at <= pixels.length; at++) {
    if (at < pixels.length && pixels[at] === pixels[start]) continue;
    visit(pixels[start]! & mask, start, at);
    start = at;
  }
}

const channel = (colour: number, shift: number) => (colour >> shift) & 0xff;

/** Parts a set of slots in two where its widest channel has its middle, by pixels; null for one colour alone. */
function split(slots: number[], { keys, counts }: Counted): [number[], number[]] | null {
  if (slots.length < 2) return null;
  const widths = [0, 8, 16].map((shift) => {
    const values = slots.map((at) => channel(keys[at]!, shift));
    return { shift, width: Math.max(...values) - Math.min(...values) };
  });
  const { shift } = widths.toSorted((a, b) => b.width - a.width)[0]!;
  slots.sort((a, b) => channel(keys[a]!, shift) - channel(keys[b]!, shift));
  const half = slots.reduce((sum, at) => sum + counts[at]!, 0) / 2;
  let sum = 0;
  const middle = slots.findIndex((at) => (sum += counts[at]!) >= half);
  const cut = Math.min(Math.max(middle, 1), slots.length - 1);
  return [slots.slice(0, cut), slots.slice(cut)];
}

/** Sets of slots that share a colour: the most frequent alone, the others by the median cut (Heckbert, 1982). */
function group(counted: Counted): number[][] {
  const slots = [...counted.keys.keys()].filter((at) => counted.keys[at] !== -1);
  slots.sort((a, b) => counted.counts[b]! - counted.counts[a]!);
  if (slots.length <= MOST) return slots.map((at) => [at]);
  const groups = [slots.slice(EXACT)];
  const weigh = (one: number[]) =>
    one.length < 2 ? 0 : one.reduce((sum, at) => sum + counted.counts[at]!, 0);
  while (groups.length < MOST - EXACT) {
    const widest = groups.toSorted((a, b) => weigh(b) - weigh(a))[0]!;
    const parts = split(widest, counted);
    if (!parts) break;
    groups.splice(groups.indexOf(widest), 1, ...parts);
  }
  return [...slots.slice(0, EXACT).map((at) => [at]), ...groups];
}

/** Brings an image to at most 256 colours. Those it has most of stay as they are. */
export function reduceColours(pixels: Pixels): Indexed {
  let mask = 0xffffff;
  let counted = new Counted();
  eachRun(pixels, mask, (colour, start, end) => {
    // Never of a chart; a photograph would fill the table.
    if (counted.size < 50_000) counted.count(colour, end - start);
  });
  if (counted.size >= 50_000) {
    mask = 0xf0f0f0;
    counted = new Counted();
    eachRun(pixels, mask, (colour, start, end) => counted.count(colour, end - start));
  }
  const groups = group(counted);
  const colours = new Uint8Array(groups.length * 3);
  groups.forEach((slots, index) => {
    const all = slots.reduce((sum, at) => sum + counted.counts[at]!, 0);
    [0, 8, 16].forEach((shift, i) => {
      const sum = slots.reduce(
        (sum, at) => sum + channel(counted.keys[at]!, shift) * counted.counts[at]!,
        0,
      );
      colours[index * 3 + i] = Math.round(sum / all);
    });
    for (const at of slots) counted.indexes[at] = index;
  });
  const indexes = new Uint8Array(pixels.width * pixels.height);
  eachRun(pixels, mask, (colour, start, end) =>
    indexes.fill(counted.indexes[counted.slot(colour)]!, start, end),
  );
  return { width: pixels.width, height: pixels.height, colours, indexes };
}
