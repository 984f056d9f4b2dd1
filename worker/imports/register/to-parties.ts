import type { PartyContent } from '../../../schema/staff/register.ts';
import { fault, type Fault } from './problems.ts';
import type { ReadRow } from './read-rows.ts';
import type { OrganisationDesk } from './resolve-organisations.ts';
import type { Unread } from './resolve-sources.ts';
import { isSameText, mergeTexts } from './texts.ts';

/** The parties of a record, with the row of each; a party that the file does not name has none. */
export interface Parties {
  parties: PartyContent[];
  rows: (number | null)[];
  faults: Fault[];
  unread: Unread[];
  /** Whether one of its organisations waits for an answer. */
  waits: boolean;
}

/**
 * The parties that the rows of a record name.
 * @param present those that the record has
 * @param clears whether the file is the whole list; else it adds to those that are there
 */
export function toParties(
  rows: readonly ReadRow[],
  desk: OrganisationDesk,
  present: readonly PartyContent[],
  clears: boolean,
): Parties {
  const result: Parties = { parties: [], rows: [], faults: [], unread: [], waits: false };
  const left = [...present];
  const replaced = new Map<PartyContent, PartyContent>();
  for (const row of rows) {
    const { role = null } = row.values;
    const resolved = desk.resolve(row);
    if (resolved && 'waits' in resolved) result.waits = true;
    if (resolved && 'fault' in resolved) result.faults.push(resolved.fault);
    const isWrong = row.faults.length > 0 || (resolved && !('id' in resolved));
    const isTold = row.faults.some(({ field }) => field === 'role' || field === null);
    if (role === null && !isTold) {
      result.faults.push(fault(row.row, 'role', '', 'role_missing'));
    }
    if (isWrong || role === null) continue;
    const organisation = resolved?.id ?? null;
    result.unread.push(...(resolved?.unread ?? []));
    const place = left.findIndex((one) => isIt(one, { role, organisation }, row, clears));
    const [found] = place < 0 ? [] : left.splice(place, 1);
    const person = mergeTexts(row.values, 'person', found?.person ?? null, clears);
    const position = mergeTexts(row.values, 'position', found?.position ?? null, clears);
    const party = { role, organisation, person, position };
    if (found) replaced.set(found, party);
    result.parties.push(party);
    result.rows.push(row.row);
  }
  if (clears) return result;
  // In the order that there is, so that nothing changes where nothing is new.
  const rowOf = new Map(result.parties.map((party, i) => [party, result.rows[i]!]));
  const kept = present.map((party) => replaced.get(party) ?? party);
  const all = [...new Set([...kept, ...result.parties])];
  return { ...result, parties: all, rows: all.map((party) => rowOf.get(party) ?? null) };
}

/** Whether a party is the one that a row names. What adds to others may leave its person out. */
function isIt(
  party: PartyContent,
  { role, organisation }: Pick<PartyContent, 'role' | 'organisation'>,
  { values }: ReadRow,
  clears: boolean,
): boolean {
  if (party.role !== role || party.organisation !== organisation) return false;
  const person = mergeTexts(values, 'person', null, true);
  const isOpen = !clears && organisation !== null && (person === null || party.person === null);
  return isOpen || isSaidOf(person, party.person);
}

/** Whether a person is called by these names, in the languages that are said. */
const isSaidOf = (said: PartyContent['person'], has: PartyContent['person']): boolean =>
  said === null || has === null ? said === has : isSameText({ ...has, ...said }, has);
