import { askedLanguages } from '../catalogue-checks/contents.ts';
import type { PartyContent, RecordContent } from '../register.ts';
import { refuseAt, type RegisterProblem } from './refusals.ts';

/** Parties that one record names at most. */
export const MOST_PARTIES = 300;

/** What a record is measured by besides itself: all as the next release will have it. */
export interface RegisterFrame {
  /** First year of the record. */
  founded: number;
  /** The calendar year now, in the centre's time zone. */
  currentYear: number;
  /** Members of breakdowns, as `domain~biomedicine`. */
  members: ReadonlySet<string>;
  /** Sources by id, and whether they are sample data. */
  sources: ReadonlyMap<string, { isSample: boolean }>;
  /** Ids of organisations, at least of those that are named. */
  organisations: ReadonlySet<string>;
  /** Ids of records, at least of those that are named. */
  records: ReadonlySet<string>;
}

/** Whether a record can be true. */
export const checkRecord = (
  key: string,
  content: RecordContent,
  frame: RegisterFrame,
): RegisterProblem[] => [
  ...askedLanguages
    .filter((language) => !content.titles[language]?.trim())
    .map((language) => refuseAt(`titles.${language}`, 'text_missing')),
  ...checkTime(content, frame),
  ...checkStage(content, frame),
  ...checkPlace(key, content, frame),
  ...((content.value === null) === (content.currency === null)
    ? []
    : [refuseAt(content.value === null ? 'value' : 'currency', 'value_and_currency')]),
  ...(content.counted || content.note !== null ? [] : [refuseAt('note', 'note_missing')]),
  ...checkParties(content.parties, frame),
];

function checkTime(
  { year, date }: RecordContent,
  { founded, currentYear }: RegisterFrame,
): RegisterProblem[] {
  return [
    ...(year < founded || year > currentYear ? [refuseAt('year', 'outside_record')] : []),
    ...(date !== null && Number(date.slice(0, 4)) !== year
      ? [refuseAt('date', 'date_outside_year')]
      : []),
  ];
}

function checkStage(
  { kind, year, stage, landedYear }: RecordContent,
  { currentYear }: RegisterFrame,
): RegisterProblem[] {
  if (kind !== 'project') {
    return [
      ...(stage === null ? [] : [refuseAt('stage', 'stage_of_projects')]),
      ...(landedYear === null ? [] : [refuseAt('landedYear', 'stage_of_projects')]),
    ];
  }
  if (stage === null) return [refuseAt('stage', 'stage_missing')];
  if (stage === 'signed') {
    return landedYear === null ? [] : [refuseAt('landedYear', 'landed_year_surplus')];
  }
  if (landedYear === null) return [refuseAt('landedYear', 'landed_year_missing')];
  if (landedYear < year) return [refuseAt('landedYear', 'landed_before_signing')];
  return landedYear > currentYear ? [refuseAt('landedYear', 'outside_record')] : [];
}

/** Where it belongs: its part of a breakdown, the record it took place in, its source. */
function checkPlace(
  key: string,
  { breakdown, member, partOf, source }: RecordContent,
  { members, records, sources }: RegisterFrame,
): RegisterProblem[] {
  const isNone = breakdown === null && member === null;
  const found = sources.get(source);
  return [
    ...(isNone || members.has(`${breakdown}~${member}`)
      ? []
      : [refuseAt('member', 'unknown_member')]),
    ...(partOf === key ? [refuseAt('partOf', 'part_of_itself')] : []),
    ...(partOf === null || partOf === key || records.has(partOf)
      ? []
      : [refuseAt('partOf', 'unknown_record')]),
    ...(found ? [] : [refuseAt('source', 'unknown_source')]),
    ...(found?.isSample ? [refuseAt('source', 'sample_source')] : []),
  ];
}

/** Who a party is, for the question whether it is named twice. */
export const sameParty = (a: PartyContent, b: PartyContent): boolean =>
  a.role === b.role &&
  a.organisation === b.organisation &&
  JSON.stringify(a.person) === JSON.stringify(b.person);

function checkParties(
  parties: readonly PartyContent[],
  { organisations }: RegisterFrame,
): RegisterProblem[] {
  return parties.flatMap((party, i): RegisterProblem[] => {
    const { organisation, person } = party;
    const at = `parties.${i}`;
    if (organisation === null && person === null) return [refuseAt(at, 'party_without_anybody')];
    if (organisation !== null && !organisations.has(organisation)) {
      return [refuseAt(`${at}.organisation`, 'unknown_organisation')];
    }
    // Each is counted once.
    const isTwice = parties.slice(0, i).some((other) => sameParty(other, party));
    return isTwice ? [refuseAt(at, 'party_twice')] : [];
  });
}
