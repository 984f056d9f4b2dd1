import { proposeOrganisationId, type OrganisationDraft } from '../organisations/draft.ts';

const LONGEST = 60;
const tail = (): string => crypto.randomUUID().slice(0, 6);

/**
 * An id for an organisation that is added where a record names it, and nobody is asked for one: of its name, where that
 * has Latin letters.
 * @param isTaken whether another has that id
 */
export function newOrganisationId(draft: OrganisationDraft, isTaken = false): string {
  const id = proposeOrganisationId(draft);
  if (id === '') return `organisation-${tail()}`;
  return isTaken ? `${id.slice(0, LONGEST - 7).replace(/-$/, '')}-${tail()}` : id;
}
