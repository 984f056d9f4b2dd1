import { getRequest, setResponse } from '@sveltejs/kit/node';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { storageOf } from '../scripts/database.ts';
import { readSecrets } from '../scripts/secrets.ts';
import { defaultState } from '../scripts/state.ts';
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
        persist: { path: storageOf(defaultState) },
      });
      const bindings = { ...env, ...readSecrets(defaultState) };
      server.httpServer?.on('close', () => void dispose());
      server.middlewares.use(async (incoming, outgoing, next) => {
        if (!/^\/api(?:[/?]|$)/.test(incoming.url ?? '')) return next();
        try {
          const base = `http://${incoming.headers.host}`;
          const request = await getRequest({ request: incoming, base });
          const half = /^\/api\/(?:auth|v1\/staff)\//.test(new URL(request.url).pathname)
            ? (await server.ssrLoadModule(here('../worker/staff-app.ts')))['staffApp']
            : (await server.ssrLoadModule(here('../worker/app.ts')))['app'];
          const api = half as Pick<typeof app, 'fetch'>;
          const answer = await api.fetch(request, bindings, ctx as ExecutionContext);
          await setResponse(outgoing, answer);
        } catch (error) {
          next(error);
        }
      });
    },
  };
}
