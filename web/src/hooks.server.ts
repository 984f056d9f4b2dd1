import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit';
import { localeOf } from '$lib/api/locale.ts';
import theme from './theme.js?raw';

/** Inline, byte for byte as `svelte.config.js` hashes it: an outer file would be too late for the first paint. */
const themeScript = `<script>${theme.trim()}</script>`;

/** Svelte's hydration marks. Public pages are not hydrated, so they would only cost bytes. */
const hydrationMarks = /<!--.*?-->/g;

export const handle: Handle = ({ event, resolve }) => {
  event.locals.locale = localeOf(event.url.pathname);
  event.locals.requestId = event.request.headers.get('x-request-id') ?? crypto.randomUUID();
  const hydrated = event.url.pathname.startsWith('/staff');
  return resolve(event, {
    transformPageChunk: ({ html }) => {
      const page = html
        .replace('%lang%', event.locals.locale)
        .replace('%theme%', () => themeScript);
      return hydrated ? page : page.replace(hydrationMarks, '');
    },
  });
};

/** The API lives in the same Worker: call it there instead of over HTTP. */
export const handleFetch: HandleFetch = ({ event, request, fetch }) => {
  const api = event.platform?.env?.API;
  const url = new URL(request.url);
  if (!api || url.origin !== event.url.origin || !url.pathname.startsWith('/api/')) {
    return fetch(request);
  }
  const call = new Request(request);
  call.headers.set('x-request-id', event.locals.requestId);
  return api.fetch(call);
};

export const handleError: HandleServerError = ({ error, event, status, message }) => {
  const { requestId } = event.locals;
  if (status !== 404) console.error(requestId, event.url.pathname, error);
  return { message, requestId };
};
