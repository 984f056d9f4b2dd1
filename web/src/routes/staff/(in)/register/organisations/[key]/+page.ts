import { readOrganisation } from '$lib/staff/register/organisations/read.ts';
import { REGISTER } from '$lib/staff/register/save.ts';
import type { PageLoad } from './$types';

/** An organisation, and the first of the records that name it. */
export const load: PageLoad = async ({ fetch, url, params, parent, depends }) => {
  depends(REGISTER);
  const { locale } = await parent();
  return await readOrganisation({ fetch, url }, params.key, locale);
};
