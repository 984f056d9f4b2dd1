import { api, take } from '$lib/api/client.ts';
import type { LayoutServerLoad } from './$types';

/** Whose record this is: its name stands on every page, also on one that leads nowhere. */
export const load: LayoutServerLoad = async ({ fetch, url, locals: { locale } }) => {
  const { centre, releases } = await take(
    api({ fetch, url }).releases.$get({ query: { limit: '1' } }),
    locale,
  );
  return { centre, published: releases.length > 0 };
};
