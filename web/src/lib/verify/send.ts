import { preferredLocale } from '$lib/api/locale.ts';

/** Leads to a page in the reader's language. Not kept: the next reader of the address may have another. */
export function sendToReader({ request }: { request: Request }, path: string): Response {
  const locale = preferredLocale(request.headers.get('accept-language'));
  return new Response(null, {
    status: 302,
    headers: {
      location: `/${locale}${path}`,
      vary: 'Accept-Language',
      'cache-control': 'no-store',
    },
  });
}
