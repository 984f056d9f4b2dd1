import { api, take } from '$lib/api/client.ts';
import { localeOf } from '$lib/api/locale.ts';
import type { LayoutLoad } from './$types';

/** Whose record this is: its name stands on every page, also on one that leads nowhere. */
export const load: LayoutLoad = async ({ fetch, url }) => {
  const locale = localeOf(url.pathname);
  const { centre, releases } = await take(
    api({ fetch, url }).releases.$get({ query: { limit: '1' } }),
    locale,
  );
  return { centre, published: releases.length > 0 };
};
