import { redirect } from '@sveltejs/kit';
import { localeOf } from '$lib/api/locale.ts';
import { plainCode } from '$schema/verify/code.ts';
import type { PageLoad } from './$types';

/** The form sends the code here, so that it works without a script; the answer has an address of its own. */
export const load: PageLoad = ({ url }) => {
  const typed = url.searchParams.get('code');
  if (!typed?.trim()) return { empty: typed !== null };
  redirect(303, `/${localeOf(url.pathname)}/v/${encodeURIComponent(plainCode(typed))}`);
};
