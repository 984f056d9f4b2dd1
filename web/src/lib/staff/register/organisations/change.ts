import { hear, staffApi, type Outcome } from '$lib/staff/client.ts';
import type { RegisterProblem } from '$schema/staff/register-checks.ts';
import type { MergedAnswer, OrganisationEntry } from '$schema/staff/register.ts';

/** What a refused change tells besides. */
interface Told {
  refusals: RegisterProblem[];
  entry: OrganisationEntry;
}

type Changed = Outcome<{ entry: OrganisationEntry }, Told>;

const api = () => staffApi({ fetch, url: new URL(location.href) }).organisations[':key'];

/** Proposes that the next release withdraws an organisation, on the version that the person saw. */
export const withdrawOrganisation = (key: string, version: number): Promise<Changed> =>
  hear(api().$put({ param: { key }, json: { version, content: null } }));

/** Takes a pending change of an organisation back. */
export const discardOrganisation = (key: string): Promise<Changed> =>
  hear(api().$delete({ param: { key } }));

/** What the merge of an organisation into another would do; nothing is written. */
export const tryMerge = (key: string, into: string): Promise<Outcome<MergedAnswer, Told>> =>
  hear(api().merge.$post({ param: { key }, query: { dry_run: 'true' }, json: { into } }));

/** Merges an organisation into another; both as drafts, until the next release. */
export const mergeOrganisation = (
  key: string,
  into: string,
): Promise<Outcome<MergedAnswer, Told>> =>
  hear(api().merge.$post({ param: { key }, query: {}, json: { into } }));
