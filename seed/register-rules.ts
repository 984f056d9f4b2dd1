import type { Entry, SeedFiles } from './files.ts';
import { problemAt, type Problem } from './problems.ts';

type RecordEntry = SeedFiles['records'][number];
type PartyEntry = SeedFiles['parties'][number];

/** The rules of the register: days within their years, members of breakdowns, money, parties that are somebody. */
export function validateRegister(files: SeedFiles): Problem[] {
  return [
    ...files.records.flatMap((entry) => recordRules(entry, files)),
    ...files.parties.flatMap((entry) => partyRules(entry, files)),
  ];
}

function recordRules(entry: RecordEntry, { members, sources }: SeedFiles): Problem[] {
  const { kind, year, date, breakdown, member, stage, landedYear, value, currency } = entry.data;
  const problems: Problem[] = [];
  const refuse = (field: string, expected: string) =>
    problems.push(problemAt(entry, field, expected));
  if (date !== null && Number(date.slice(0, 4)) !== year) refuse('date', `a day of ${year}`);
  const known = members
    .filter(({ data }) => data.breakdown === breakdown)
    .map(({ data }) => data.id);
  if (breakdown === '' ? member !== '' : !known.includes(member)) {
    refuse(
      'member',
      known.length > 0 ? `one of ${known.join(', ')}` : 'nothing, as there is no breakdown',
    );
  }
  if (kind !== 'project' && stage !== null) refuse('stage', `nothing, as a ${kind} has none`);
  if ((stage === 'landed' || stage === 'ended') !== (landedYear !== null)) {
    refuse('landedYear', stage === 'signed' || stage === null ? 'nothing' : 'the year it landed');
  }
  if (!/^(\d{1,15}(\.\d{1,2})?)?$/.test(value))
    refuse('value', 'an amount of 0 or more, or nothing');
  if ((value === '') !== (currency === null))
    refuse('currency', 'a currency exactly where there is a value');
  if (!isPublic(sources, entry.data.source, entry.data.release)) {
    refuse('source', `a source that is public in release ${entry.data.release}`);
  }
  return problems;
}

function partyRules(entry: PartyEntry, { records, organisations }: SeedFiles): Problem[] {
  const { record, release, organisation, person } = entry.data;
  const problems: Problem[] = [];
  if (!records.some(({ data }) => data.id === record && data.release === release)) {
    problems.push(problemAt(entry, 'release', `a release that brought a version of ${record}`));
  }
  if (organisation === '' && person === null) {
    problems.push(problemAt(entry, 'organisation', 'an organisation, or a person beside it'));
  }
  if (organisation !== '' && !isPublic(organisations, organisation, release)) {
    problems.push(problemAt(entry, 'organisation', `one that is public in release ${release}`));
  }
  return problems;
}

/** Whether a version was there by a release; what is not there at all is told elsewhere. */
const isPublic = (
  versions: Entry<{ id: string; release: number }>[],
  id: string,
  release: number,
): boolean => {
  const found = versions.filter(({ data }) => data.id === id);
  return found.length === 0 || found.some(({ data }) => data.release <= release);
};
