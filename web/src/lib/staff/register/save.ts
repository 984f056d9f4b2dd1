import { invalidate } from '$app/navigation';
import { hear, staffApi, type Outcome } from '$lib/staff/client.ts';
import type { RegisterProblem } from '$schema/staff/register-checks.ts';
import type {
  OrganisationContent,
  OrganisationEntry,
  RecordContent,
  RecordEntry,
} from '$schema/staff/register.ts';

/** What a refused save tells besides: what is wrong at which field, or what the entry is now. */
export interface Told<E> {
  refusals: RegisterProblem[];
  entry: E;
}

/** What the pages of the register depend on. */
export const REGISTER = 'staff:register';

const api = () => staffApi({ fetch, url: new URL(location.href) });

/** What a save says of what it replaces: a new one replaces nothing. */
const seen = (version: number | null) =>
  version === null ? { version: 0, isNew: true } : { version };

/** Reads the page again, for what has been saved. */
export const readAgain = (): Promise<void> => invalidate(REGISTER);

/** Proposes a record, on the version that the person saw (null: a new one); content null proposes its withdrawal. */
export const saveRecord = (
  key: string,
  version: number | null,
  content: RecordContent | null,
): Promise<Outcome<{ entry: RecordEntry }, Told<RecordEntry>>> =>
  hear(api().records[':key'].$put({ param: { key }, json: { ...seen(version), content } }));

/** Takes a pending change of a record back. */
export const discardRecord = (
  key: string,
): Promise<Outcome<{ entry: RecordEntry }, Told<RecordEntry>>> =>
  hear(api().records[':key'].$delete({ param: { key } }));

/** Proposes an organisation for the next release, as `saveRecord` does. */
export const saveOrganisation = (
  key: string,
  version: number | null,
  content: OrganisationContent,
): Promise<Outcome<{ entry: OrganisationEntry }, Told<OrganisationEntry>>> =>
  hear(api().organisations[':key'].$put({ param: { key }, json: { ...seen(version), content } }));
