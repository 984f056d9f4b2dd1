import { getRequest, setResponse } from '@sveltejs/kit/node';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { answerPng, isPng } from '../worker/images/answer.ts';
import type * as Drawing from '../worker/images/draw.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The fonts where the build reads them from. */
const assets = {
  async fetch(address: string) {
    const bytes = await readFile(here(`static${new URL(address).pathname}`)).catch(() => null);
    return bytes ? new Response(bytes) : new Response(null, { status: 404 });
  },
} as unknown as Fetcher;

/** Draws the PNGs of charts in the development server, as the Worker does. */
export const devImages = (): Plugin => ({
  name: 'yearbook-images',
  apply: 'serve',
  config: () => ({
    resolve: { alias: { '@resvg/resvg-wasm/index_bg.wasm': here('compiled-resvg.ts') } },
  }),
  configureServer(server) {
    server.middlewares.use(async (incoming, outgoing, next) => {
      try {
        const base = `http://${incoming.headers.host}`;
        if (!/\.png(?:\?|$)/.test(incoming.url ?? '')) return next();
        const request = await getRequest({ request: incoming, base });
        if (!isPng(request)) return next();
        const { drawPng } = (await server.ssrLoadModule(
          here('../worker/images/draw.ts'),
        )) as typeof Drawing;
        const draw = (svg: string, scale: number) => drawPng(svg, scale, assets);
        await setResponse(outgoing, await answerPng(request, { askSite: fetch, draw }));
      } catch (error) {
        next(error);
      }
    });
  },
});
