import type { OrganisationContent } from '../register.ts';
import { refuseAt, type RegisterProblem } from './refusals.ts';

/** What an organisation says of itself, looked at alone. */
export function checkOrganisation({
  names,
  country,
  inferred,
}: OrganisationContent): RegisterProblem[] {
  const hasName = Object.values(names).some((name) => name.trim() !== '');
  return [
    ...(hasName ? [] : [refuseAt('names', 'text_missing')]),
    ...(inferred.includes('country') && country === null
      ? [refuseAt('inferred', 'nothing_inferred')]
      : []),
  ];
}
