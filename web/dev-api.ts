import { getRequest, setResponse } from '@sveltejs/kit/node';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { app } from '../worker/app.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Serves the API in the development server, on the local database, through Vite's own module graph: a change of
 * the Worker's code is in the next answer, like a change of a page.
 */
export function devApi(): Plugin {
  return {
    name: 'yearbook-api',
    apply: 'serve',
    // Pages are not hydrated, so nothing of theirs runs in the browser to be replaced: load them anew.
    hotUpdate({ modules, server }) {
      if (this.environment.name === 'ssr' && modules.length > 0) {
        server.ws.send({ type: 'full-reload' });
      }
    },
    async configureServer(server) {
      const { getPlatformProxy } = await import('wrangler');
      const { env, ctx, dispose } = await getPlatformProxy<Env>({
        configPath: here('../wrangler.toml'),
        persist: { path: here('../.yearbook/state/v3') },
      });
      server.httpServer?.on('close', () => void dispose());
      server.middlewares.use(async (incoming, outgoing, next) => {
        if (!/^\/api(?:[/?]|$)/.test(incoming.url ?? '')) return next();
        try {
          const base = `http://${incoming.headers.host}`;
          const request = await getRequest({ request: incoming, base });
          const worker = await server.ssrLoadModule(here('../worker/app.ts'));
          const api = worker['app'] as typeof app;
          await setResponse(outgoing, await api.fetch(request, env, ctx as ExecutionContext));
        } catch (error) {
          next(error);
        }
      });
    },
  };
}
