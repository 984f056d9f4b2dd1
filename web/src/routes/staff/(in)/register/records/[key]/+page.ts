import { staffApi } from '$lib/staff/client.ts';
import { readParents } from '$lib/staff/register/records/parents.ts';
import { REGISTER } from '$lib/staff/register/save.ts';
import { takeStaff } from '$lib/staff/take.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params, parent, depends }) => {
  depends(REGISTER);
  const { locale } = await parent();
  const client = staffApi({ fetch, url });
  const { entry, organisations } = await takeStaff(
    client.records[':key'].$get({ param: { key: params.key } }),
    locale,
  );
  return { entry, organisations, parents: await readParents(client, entry) };
};
