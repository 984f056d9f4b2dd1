import type { PartyContent } from '$schema/staff/register.ts';
import * as m from '$lib/paraglide/messages.js';
import type { Difference } from './differences.ts';
import type { Locale } from './locale.ts';
import type { RegisterNames } from './register-names.ts';
import { textOf } from './text.ts';

type Parties = readonly PartyContent[];

/**
 * What differs between two lists of parties, one by one: those that went, those that came, and those of whom something
 * else is said. The order is a difference where it is the only one: it is that of the source.
 */
export function listPartyDifferences(
  before: Parties,
  after: Parties,
  names: RegisterNames,
  locale: Locale,
): Difference[] {
  const gone = without(before, after);
  const come = without(after, before);
  const pairs = pairUp(gone, come);
  const label = m.rchg_field({ field: 'party' }, { locale });
  const tell = (party: PartyContent | null) => party && partyWords(party, names, locale);
  const changes = pairs.map(([old, now], i) => ({
    path: `parties.${i}`,
    label,
    before: tell(old),
    after: tell(now),
  }));
  return changes.length > 0 ? changes : listOrder(before, after, names, locale);
}

/** A party with what it is there: "Counterparty: Natt". */
function partyWords(
  { role, organisation, person, position }: PartyContent,
  names: RegisterNames,
  locale: Locale,
): string {
  const body =
    organisation === null
      ? ''
      : textOf(names.organisations.get(organisation), locale) || organisation;
  const named = textOf(person, locale);
  const what = textOf(position, locale);
  const who =
    named && what ? m.party_person({ person: named, position: what }, { locale }) : named || what;
  const party = body && who ? m.party_of({ organisation: body, who }, { locale }) : body || who;
  return m.rchg_role_of({ role: m.rchg_role({ role }, { locale }), who: party }, { locale });
}

const keyOf = ({ role, organisation, person, position }: PartyContent): string =>
  JSON.stringify([role, organisation, sorted(person), sorted(position)]);

const sorted = (texts: PartyContent['person']) => texts && Object.entries(texts).toSorted();

/** Those of the one list that the other does not have, each as often as it stands there. */
function without(these: Parties, those: Parties): PartyContent[] {
  const left = new Map<string, number>();
  for (const party of those) left.set(keyOf(party), (left.get(keyOf(party)) ?? 0) + 1);
  return these.filter((party) => {
    const n = left.get(keyOf(party)) ?? 0;
    left.set(keyOf(party), n - 1);
    return n <= 0;
  });
}

/** Who went and who came, as one where they are the same body or person. */
function pairUp(
  gone: Parties,
  come: Parties,
): (readonly [PartyContent | null, PartyContent | null])[] {
  const open = [...come];
  const take = (is: (party: PartyContent) => boolean): PartyContent | null => {
    const i = open.findIndex(is);
    return i < 0 ? null : open.splice(i, 1)[0]!;
  };
  const changed = gone.map((old) => {
    const isSame = (now: PartyContent) =>
      old.organisation === null
        ? now.organisation === null && sharesName(old, now)
        : now.organisation === old.organisation;
    const now = take((one) => isSame(one) && one.role === old.role) ?? take(isSame);
    return [old, now] as const;
  });
  return [...changed, ...open.map((now) => [null, now] as const)];
}

/** Whether two persons have a name in common, in whichever language. */
const sharesName = (a: PartyContent, b: PartyContent): boolean =>
  Object.entries(a.person ?? {}).some(([language, name]) => b.person?.[language] === name);

function listOrder(
  before: Parties,
  after: Parties,
  names: RegisterNames,
  locale: Locale,
): Difference[] {
  const moved = before.flatMap((party, i) => (keyOf(party) === keyOf(after[i]!) ? [] : [i]));
  if (moved.length === 0) return [];
  const tell = (parties: Parties) =>
    parties
      .slice(moved[0], moved.at(-1)! + 1)
      .map((party) => partyWords(party, names, locale))
      .join(m.word_separator({}, { locale }));
  const label = m.rchg_field({ field: 'order' }, { locale });
  return [{ path: 'parties', label, before: tell(before), after: tell(after) }];
}
