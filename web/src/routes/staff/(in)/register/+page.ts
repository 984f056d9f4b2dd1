import { hear, staffApi } from '$lib/staff/client.ts';
import { readFilters } from '$lib/staff/register/records/filters.ts';
import { REGISTER } from '$lib/staff/register/save.ts';
import { takeStaff } from '$lib/staff/take.ts';
import type { PageLoad } from './$types';

/** One page of the records that are looked for, and the name of the organisation that they shall have. */
export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  depends(REGISTER);
  const { locale } = await parent();
  const { filters, after } = readFilters(url.searchParams);
  const client = staffApi({ fetch, url });
  const query = { ...filters, ...(after && { after }), limit: '25' };
  const [found, organisation] = await Promise.all([
    takeStaff(client.records.$get({ query }), locale),
    filters.organisation
      ? hear(client.organisations[':key'].$get({ param: { key: filters.organisation } }))
      : null,
  ]);
  return { found, filters, after, organisation: organisation?.ok ? organisation.body.entry : null };
};
