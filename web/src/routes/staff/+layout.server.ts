import { api } from '$lib/api/client.ts';
import type { LayoutServerLoad } from './$types';

/** Whose record it is, and the language; read once, not at each step from page to page. */
export const load: LayoutServerLoad = async ({ fetch, url, locals, untrack }) => {
  const here = untrack(() => new URL(url.origin));
  const answer = await api({ fetch, url: here }).releases.$get({ query: { limit: '1' } });
  const centre = answer.ok ? (await answer.json()).centre : null;
  return { locale: locals.locale, centre };
};
