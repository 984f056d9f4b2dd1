import { readOrganisations, askedOf } from '$lib/staff/register/organisations/read.ts';
import { REGISTER } from '$lib/staff/register/save.ts';
import type { PageLoad } from './$types';

/** One page of the organisations. A part of the address that cannot be meant is left out. */
export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  depends(REGISTER);
  const { locale } = await parent();
  const asked = askedOf(url);
  return { asked, list: await readOrganisations({ fetch, url }, asked, locale) };
};
