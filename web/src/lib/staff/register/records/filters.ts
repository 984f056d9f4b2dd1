import { isCountry } from '$schema/register/countries.ts';
import { recordKinds, stages, type RecordKind } from '$schema/register/words.ts';

/** What a member of the staff looks for; what is not asked for is not there. */
export interface RecordFilters {
  q?: string;
  kind?: RecordKind;
  year?: string;
  member?: string;
  stage?: (typeof stages)[number];
  country?: string;
  organisation?: string;
  pending?: 'true';
}

const ID = /^[a-z0-9-]{1,100}$/;

/** What an address asks for, and after which record the page begins. A part that cannot be meant is left out. */
export function readFilters(params: URLSearchParams): { filters: RecordFilters; after: string } {
  const given = (key: string): string => params.get(key)?.trim() ?? '';
  const [q, year, member, country] = [
    ...[given('q').slice(0, 200), given('year')],
    ...[given('member'), given('country')],
  ] as [string, string, string, string];
  const kind = recordKinds.find((one) => one === given('kind'));
  const stage = stages.find((one) => one === given('stage'));
  const organisation = given('organisation');
  const after = given('after');
  return {
    filters: {
      ...(q && { q }),
      ...(kind && { kind }),
      ...(/^\d{4}$/.test(year) && { year }),
      ...(ID.test(member) && { member }),
      ...(stage && { stage }),
      ...(isCountry(country) && { country }),
      ...(ID.test(organisation) && { organisation }),
      ...(given('pending') === 'true' && { pending: 'true' as const }),
    },
    after: /^\d{1,16}$/.test(after) ? after : '',
  };
}
