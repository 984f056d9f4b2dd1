import type { Handle, HandleFetch, HandleServerError, RequestEvent } from '@sveltejs/kit';
import { localeOf, preferredLocale } from '$lib/api/locale.ts';
import { readTheme } from '$lib/embed/theme.ts';
import { isLocale } from '$lib/paraglide/runtime.js';
import { asLocale } from '$lib/words/locale.ts';
import theme from './theme.js?raw';

/** Inline, byte for byte as `svelte.config.js` hashes it: an outer file would be too late for the first paint. */
const themeScript = `<script>${theme.trim()}</script>`;

/** Svelte's hydration marks. Public pages are not hydrated, so they would only cost bytes. */
const hydrationMarks = /<!--.*?-->/g;

/**
 * The one style attribute of a hydrated page: SvelteKit's root component hides its announcer of navigations with it
 * (`position: absolute; left: 0; …`). staff.css says the same, should it change.
 */
const announcerStyle = "'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='";

/** Adds to the content policy of a hydrated page what no other page needs. */
function allowAnnouncer({ headers }: Response): void {
  const policy = headers.get('content-security-policy');
  if (!policy) return;
  const allowed = `${policy}; style-src-attr 'unsafe-hashes' ${announcerStyle}`;
  headers.set('content-security-policy', allowed);
}

/** Lets other sites frame a page, as no other page may be. The Worker leaves out what older browsers go by. */
function allowFrames({ headers }: Response): void {
  const policy = headers.get('content-security-policy');
  if (!policy) return;
  const allowed = policy.replace("frame-ancestors 'none'", 'frame-ancestors *');
  headers.set('content-security-policy', allowed);
}

/** A chart in a frame of another site: it keeps nothing, so that its theme is in its address. */
const isEmbed = (pathname: string): boolean => pathname.startsWith('/embed/');
const isStaff = (pathname: string): boolean => /^\/staff(?:\/|$)/.test(pathname);

/**
 * The language: of the address on public pages, in its path or, of a frame, its query; on those of the staff the one
 * chosen, or that of the browser.
 */
function localeFor({ url, cookies, request }: RequestEvent): App.Locals['locale'] {
  if (isEmbed(url.pathname)) return asLocale(url.searchParams.get('lang'));
  if (!isStaff(url.pathname)) return localeOf(url.pathname);
  const chosen = cookies.get('language');
  return isLocale(chosen) ? chosen : preferredLocale(request.headers.get('accept-language'));
}

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.locale = localeFor(event);
  event.locals.requestId = event.request.headers.get('x-request-id') ?? crypto.randomUUID();
  const { pathname, searchParams } = event.url;
  const hydrated = isStaff(pathname);
  const framed = isEmbed(pathname);
  const theme = framed ? readTheme(searchParams) : null;
  const answer = await resolve(event, {
    transformPageChunk: ({ html }) => {
      const page = html
        .replace('"%lang%"', `"${event.locals.locale}"${theme ? ` data-theme="${theme}"` : ''}`)
        .replace('%theme%', () => (framed ? '' : themeScript));
      return hydrated ? page : page.replace(hydrationMarks, '');
    },
  });
  if (hydrated) allowAnnouncer(answer);
  if (framed) allowFrames(answer);
  return answer;
};

/** The API lives in the same Worker: call it there instead of over HTTP. Whoever is signed in stays so. */
export const handleFetch: HandleFetch = ({ event, request, fetch }) => {
  const api = event.platform?.env?.API;
  const url = new URL(request.url);
  if (!api || url.origin !== event.url.origin || !url.pathname.startsWith('/api/')) {
    return fetch(request);
  }
  const call = new Request(request);
  call.headers.set('x-request-id', event.locals.requestId);
  const cookie = event.request.headers.get('cookie');
  if (cookie && isStaff(event.url.pathname)) call.headers.set('cookie', cookie);
  return api.fetch(call);
};

export const handleError: HandleServerError = ({ error, event, status, message }) => {
  const { requestId } = event.locals;
  if (status !== 404) console.error(requestId, event.url.pathname, error);
  return { message, requestId };
};
