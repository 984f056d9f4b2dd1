import { preferredLocale } from '$lib/api/locale.ts';
import type { RequestHandler } from './$types';

/** The language is part of every address; the bare one leads to the reader's. No cookie: the answer is shared. */
export const GET: RequestHandler = ({ request, url }) => {
  const locale = preferredLocale(request.headers.get('accept-language'));
  return new Response(null, {
    status: 302,
    headers: { location: `/${locale}${url.search}`, vary: 'Accept-Language' },
  });
};
