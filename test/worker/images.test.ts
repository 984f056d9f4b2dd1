import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { decode, type DecodedPng } from 'fast-png';
import { beforeAll, describe, expect, it } from 'vitest';
import { MOST_PIXELS } from '../../schema/files/image-size.ts';
import { createFront, type Site } from '../../worker/front.ts';
import fault from '../unit/chart/approved/faults-en.svg?raw';
import hostile from '../unit/chart/approved/by-hand-hostile.svg?raw';
import marks from '../unit/chart/approved/marks-zh-theme-light-width-880.svg?raw';
import { prepareRecord } from './record.ts';

const { FONTS } = env as Env & { FONTS: Fetcher };

/** What the Worker read of its assets, and what it asked the site for. */
const read: string[] = [];
const asked: string[] = [];
const ASSETS = {
  fetch(address: string) {
    const name = new URL(address).pathname.replace('/fonts/', '');
    read.push(name);
    return FONTS.fetch(`https://fonts/${name}`);
  },
} as Fetcher;

const words = (text: string, more = '', lang = 'zh-CN') =>
  `<svg xmlns="http://www.w3.org/2000/svg" lang="${lang}" width="120" height="40"><path fill="#ffffff" d="M0 0h120v40H0z"/><g font-size="20"${more}><text x="60" y="30">${text}</text></g></svg>`;
const images: Record<string, string> = {
  marks,
  hostile,
  large: marks.replace(/ width="880" height="\d+"/, ' width="2400" height="2400"'),
  box: words('\ue000'),
  rare: words('龑'),
  beyond: words('\u{20089}'),
  start: words('17'),
  middle: words('17', ' text-anchor="middle"'),
  bold: words('17', ' font-weight="600"'),
  turned: words('\u202e17\u202c\u200d'),
  right: words('אב 17'),
};
const open = { 'access-control-allow-origin': '*', 'content-type': 'image/svg+xml' };

/** A site of images, which answers as that of charts does. */
const site: Site = {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    asked.push(pathname);
    const svg = images[/^\/(?:charts|c)\/([a-z]+)\.svg$/.exec(pathname)?.[1] ?? ''];
    const name = `inline; filename="marks.svg"; filename*=UTF-8''%E7%AD%BE.svg`;
    if (svg) return new Response(svg, { headers: { ...open, 'content-disposition': name } });
    if (request.headers.get('accept')?.startsWith('image/'))
      return new Response(fault, { status: 404, headers: open });
    const problem = { type: '/api#problem-not_found', status: 404, instance: pathname };
    const headers = { 'content-type': 'application/problem+json; charset=utf-8' };
    return Response.json(problem, { status: 404, headers });
  },
};

async function ask(path: string, init?: RequestInit): Promise<Response> {
  const context = createExecutionContext();
  const request = new Request(`https://yearbook.test${path}`, init);
  const answer = await createFront(site).fetch(request, { ...env, ASSETS }, context);
  await waitOnExecutionContext(context);
  return answer;
}

async function draw(path: string): Promise<DecodedPng> {
  const answer = await ask(path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  return decode(await answer.arrayBuffer(), { checkCrc: true });
}

/** The columns in which something is drawn on white. */
function inkOf({ width, data, palette }: DecodedPng): number[] {
  const columns = new Set<number>();
  data.forEach((index, at) => {
    if (palette![index]!.some((channel) => channel < 128)) columns.add(at % width);
  });
  return [...columns].sort((a, b) => a - b);
}

describe('GET /charts/NAME.png', () => {
  beforeAll(async () => {
    await prepareRecord('facts');
    // The first of an isolate reads fonts and makes the rasteriser ready.
    await ask('/charts/bold.png?warm');
  });

  it('draws the image at the address that ends in .svg, with its name', async () => {
    const answer = await ask('/charts/marks.png?lang=zh');
    const { headers } = answer;
    const bytes = await answer.arrayBuffer();
    const image = decode(bytes, { checkCrc: true });
    expect(image).toMatchObject({ width: 880, depth: 8, channels: 1 });
    expect(bytes.byteLength).toBeLessThan(60_000);
    // 96 pixels an inch, in metres.
    expect(image.resolution).toEqual({ x: 3780, y: 3780, unit: 1 });
    // Paper and series are their colours exactly, whatever the palette had to leave out.
    for (const colour of [
      [0xfb, 0xfa, 0xf7],
      [0x00, 0x2f, 0x56],
      [0xb0, 0x38, 0x1a],
    ])
      expect(image.palette).toContainEqual(colour);
    expect(headers.get('content-disposition')).toBe(
      `inline; filename="marks.png"; filename*=UTF-8''%E7%AD%BE.png`,
    );
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('has the pixels of the scale, on the same paper', async () => {
    const image = await draw('/charts/marks.png?scale=2');
    expect(image.width).toBe(1760);
    expect(image.resolution!.x).toBe(7559);
  });

  it('is not larger than an isolate can hold', async () => {
    const { width, height, resolution } = await draw('/charts/large.png?scale=3');
    expect(width * height).toBeGreaterThan(MOST_PIXELS * 0.98);
    expect(width * height).toBeLessThanOrEqual(MOST_PIXELS * 1.01);
    expect(resolution!.x / 3780).toBeCloseTo(width / 2400, 2);
  });

  it('reads the letters of rare names only where there are any', async () => {
    expect(read.filter((name) => name.includes('-'))).toEqual([]);
    const box = await draw('/charts/box.png');
    const rare = await draw('/charts/rare.png');
    const beyond = await draw('/c/beyond.png');
    expect(read).toContain('regular-13.ttf');
    expect(read).toContain('regular-beyond.ttf');
    for (const one of [rare, beyond]) {
      expect(inkOf(one).length).toBeGreaterThan(12);
      expect(one.data).not.toEqual(box.data);
    }
    // Once in an isolate.
    await draw('/charts/rare.png?lang=zh');
    expect(new Set(read).size).toBe(read.length);
  });

  it('draws a box for what the fonts have not, and nothing for what is never seen', async () => {
    expect(inkOf(await draw('/charts/box.png?a')).length).toBeGreaterThan(8);
    expect((await draw('/charts/turned.png')).data).toEqual((await draw('/charts/start.png')).data);
    expect((await draw('/charts/hostile.png')).width).toBe(600);
  });

  it('sets words by their middle, in their weight, and from right to left', async () => {
    const start = inkOf(await draw('/charts/start.png'));
    const middle = inkOf(await draw('/charts/middle.png'));
    const bold = inkOf(await draw('/charts/bold.png'));
    expect(start[0]).toBeGreaterThanOrEqual(60);
    expect((middle[0]! + middle.at(-1)!) / 2).toBeCloseTo(60, -0.5);
    expect(bold.length).toBeGreaterThan(start.length);
    // The number, which comes last, stands on the left.
    const right = inkOf(await draw('/charts/right.png'));
    expect(right.slice(0, 4)).toEqual(start.slice(0, 4));
  });

  it('is drawn once, and kept for ever where the release is named', async () => {
    const path = '/charts/marks.png?release=1&lang=zh';
    const first = await ask(path);
    const before = asked.length;
    const second = await ask(path);
    expect(asked.length).toBe(before);
    expect(await second.arrayBuffer()).toEqual(await first.arrayBuffer());
    expect(second.headers.get('cache-control')).toMatch('immutable');
    const etag = second.headers.get('etag')!;
    expect((await ask(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('answers HEAD without drawing', async () => {
    const answer = await ask('/charts/marks.png?theme=light', { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(await answer.text()).toBe('');
  });

  it('tells a problem about its own address, and draws it where an image is wanted', async () => {
    const problem = await ask('/charts/none.png');
    expect(problem.status).toBe(404);
    expect(problem.headers.get('content-type')).toMatch('application/problem+json');
    expect(await problem.json()).toMatchObject({ instance: '/charts/none.png' });
    const image = await ask('/charts/none.png', { headers: { accept: 'image/webp,image/*' } });
    expect([image.status, image.headers.get('content-type')]).toEqual([404, 'image/png']);
    expect(decode(await image.arrayBuffer()).width).toBe(560);
    expect(image.headers.get('cache-control')).toBe('no-store');
  });

  it('leaves other addresses and methods to the site', async () => {
    for (const [method, path] of [
      ['POST', '/charts/marks.png'],
      ['GET', '/favicon.png'],
      ['GET', '/charts/a/marks.png'],
    ] as const) {
      await ask(path, { method });
      expect(asked.at(-1)).toBe(path);
    }
  });
});
