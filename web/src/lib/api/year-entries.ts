import type { Metric } from '$schema/answers.ts';
import type { Party, RegisterRecord } from '$schema/register/answers.ts';
import { partyRoles } from '$schema/register/words.ts';
import type { EntryList } from '$schema/yearbook.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import { formatNumber } from '$lib/words/numbers.ts';
import { partyName, recordDay } from '$lib/words/register.ts';
import { insideSentence, pickText, textOf, type PickedText } from '$lib/words/text.ts';
import * as m from '$messages';
import type { Query } from './reading.ts';
import { partName, partsName } from './register.ts';
import type { Collected } from './year.ts';

/** Parties of a role that an entry names; the page of the record names them all. */
const MOST_PARTIES = 30;

/** A record as a line of the yearbook. */
export interface YearEntry {
  id: string;
  /** Its day; empty where only the year is known. */
  day: string;
  title: PickedText;
  sample: boolean;
  /** Place, part, stage and value, as far as they are known. */
  facts: string[];
  roles: { name: string; parties: { id: string | null; name: string }[]; end: string }[];
  /** Numbers of its footnotes, and what it rests on, as in the lists of both. */
  notes: number[];
  sources: { id: string; n: number }[];
}

/** What the register holds of a kind in a year. */
export interface YearList {
  id: string;
  name: string;
  /** One for each part where it is listed by parts; else one without a name. */
  groups: { name: string | null; entries: YearEntry[] }[];
  /** How many it does not name, in words; null: none. */
  more: string | null;
  /** What the register is asked for to see all of them. */
  query: Query;
}

/** One list of a year, its notes and sources numbered with those of the figures. Agreements stand by their parts. */
export function yearList(
  { kind, landed, records, more }: EntryList,
  year: number,
  metrics: readonly Metric[],
  collected: Collected,
  locale: Locale,
): YearList {
  const byParts = kind === 'agreement' && records.some(({ member }) => member !== null);
  const entryOf = (record: RegisterRecord) => toEntry(record, metrics, !byParts, collected, locale);
  const parts = byParts ? inParts(records, metrics, locale) : [{ name: null, records }];
  const first = records.find(({ breakdown }) => breakdown !== null);
  const split = first && partsName(metrics, first, locale);
  return {
    id: landed ? 'landed' : kind,
    name: landed
      ? m.book_list_landed({ year: String(year) }, { locale })
      : byParts && split
        ? m.book_list_by_parts({ kind, parts: insideSentence(split) }, { locale })
        : m.book_list({ kind }, { locale }),
    groups: parts.map(({ name, records }) => ({ name, entries: records.map(entryOf) })),
    more:
      more.value === 0
        ? null
        : m.book_more({ qualifier: more.qualifier, count: more.value }, { locale }),
    query: landed ? { kind, stage: 'landed' } : { kind, year },
  };
}

/** Records by their parts in the order of the catalogue; those of no part last. */
function inParts(records: readonly RegisterRecord[], metrics: readonly Metric[], locale: Locale) {
  const order = metrics.flatMap(({ breakdown }) => breakdown?.members ?? []).map(({ id }) => id);
  const place = ({ member }: RegisterRecord) =>
    member === null ? Infinity : order.indexOf(member);
  const groups = Map.groupBy(
    records.toSorted((a, b) => place(a) - place(b)),
    ({ member }) => member,
  );
  return [...groups.values()].map((some) => ({
    name: partName(metrics, some[0]!, locale) ?? m.book_no_part({}, { locale }),
    records: some,
  }));
}

function toEntry(
  record: RegisterRecord,
  metrics: readonly Metric[],
  withPart: boolean,
  { footnotes, sources }: Collected,
  locale: Locale,
): YearEntry {
  const { value, currency } = record;
  const facts = [
    textOf(record.places, locale),
    withPart ? partName(metrics, record, locale) : null,
    stageOf(record, locale),
    value === null ? null : `${formatNumber(value, 0, locale)} ${currency}`,
    record.counted ? null : m.book_not_counted({}, { locale }),
  ];
  return {
    id: record.id,
    day: record.date === null ? '' : recordDay(record, locale),
    title: pickText(record.titles, locale) ?? { text: record.id, lang: null },
    sample: record.sample,
    facts: facts.filter((fact): fact is string => Boolean(fact)),
    roles: rolesOf(record, locale),
    notes: footnotes.number(textOf(record.note, locale)),
    sources: sources.number([record.source]),
  };
}

function stageOf({ stage, landedYear }: RegisterRecord, locale: Locale): string | null {
  if (stage === null) return null;
  const name = m.record_stage({ stage }, { locale });
  return landedYear === null
    ? name
    : m.record_stage_landed({ stage: name, year: landedYear }, { locale });
}

/** Who took part, by role, in the order of the source. Where a source ends with "and others", so does each role. */
function rolesOf({ parties, openEnded }: RegisterRecord, locale: Locale): YearEntry['roles'] {
  return partyRoles.flatMap((role) => {
    const own = parties.filter((party) => party.role === role);
    if (own.length === 0) return [];
    const rest = own.length - MOST_PARTIES;
    const end =
      rest > 0
        ? m.book_more_parties({ count: rest }, { locale })
        : openEnded
          ? m.record_and_others({}, { locale })
          : '';
    const named = own.slice(0, MOST_PARTIES).map((party: Party) => ({
      id: party.organisation?.id ?? null,
      name: partyName(party, locale),
    }));
    return [{ name: m.party_role({ role }, { locale }), parties: named, end }];
  });
}
