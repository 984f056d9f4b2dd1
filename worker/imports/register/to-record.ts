import { recordContent, type RecordContent } from '../../../schema/staff/register.ts';
import type { RegisterProblem } from '../../../schema/staff/register-checks.ts';
import type { RecordField } from '../../../schema/staff/register-fields.ts';
import { yearOf, type FileRecord } from './group-rows.ts';
import { fault, type Fault } from './problems.ts';
import type { CellValues } from './read-cells.ts';
import { resolveMember, type Breakdowns } from './resolve-member.ts';
import { mergeTexts } from './texts.ts';
import type { Parties } from './to-parties.ts';

/** What of a record was found elsewhere. */
export interface Settled {
  /** Null: the file names none. */
  source: string | null;
  partOf: string | null | undefined;
  /** Undefined: the file does not speak of parties. */
  parties: Parties | undefined;
}

/**
 * What a record will be once a file is taken over. Of what the file does not speak it keeps what it has; so it does where a
 * cell is empty, unless the file names it by its id.
 * @param present null: it is new
 */
export function toRecord(
  record: FileRecord,
  present: RecordContent | null,
  breakdowns: Breakdowns,
  { source, partOf, parties }: Settled,
): { content: RecordContent } | { faults: Fault[] } {
  const { values, row } = record;
  const clears = isByItsId(values);
  const faults: Fault[] = [];
  const miss = (field: RecordField, code: Fault['code']): undefined => {
    // What cannot be read was told.
    const read = field === 'year' ? ['year', 'date'] : [field];
    const isTold = record.faults.some((one) => one.field === null || read.includes(one.field));
    if (!isTold) faults.push(fault(row, field, textOf(record, field), code));
  };
  const pick = <T>(said: T | null | undefined, now: T | null | undefined): T | null =>
    said === undefined || (said === null && !clears) ? (now ?? null) : said;

  const kind = values.kind ?? present?.kind ?? miss('kind', 'kind_missing');
  const year = yearOf(values) ?? present?.year ?? miss('year', 'year_missing');
  const rests = source ?? present?.source ?? miss('source', 'source_missing');
  const said = mergeTexts(values, 'title', present?.titles ?? null, clears);
  // By its title a record is known, however that is written.
  const titles = clears ? said : said && { ...said, ...present?.titles };
  if (titles === null) miss('title_zh', 'text_missing');
  const member = kind && findMember(record, kind, present, clears, breakdowns);
  if (member && 'field' in member) miss(member.field, member.problem);
  if (!kind || !year || !rests || !titles || !member || 'field' in member) return { faults };
  const content = {
    kind,
    year,
    date: pick(values.date, present?.date),
    titles,
    places: mergeTexts(values, 'place', present?.places ?? null, clears),
    breakdown: member.breakdown,
    member: member.member,
    partOf: pick(partOf, present?.partOf),
    counted: values.counted ?? present?.counted ?? true,
    stage: pick(values.stage, present?.stage),
    landedYear: pick(values.landed_year, present?.landedYear),
    value: pick(values.value, present?.value),
    currency: pick(values.currency, present?.currency),
    openEnded: values.open_ended ?? present?.openEnded ?? false,
    parties: parties?.parties ?? present?.parties ?? [],
    note: mergeTexts(values, 'note', present?.note ?? null, clears),
    source: rests,
  } satisfies RecordContent;
  // The shape that every save is read by.
  const read = recordContent.safeParse(content);
  if (read.success) return { content: read.data };
  return {
    faults: read.error.issues.map(({ path }) =>
      faultAt(record, path.join('.'), 'not_as_expected', parties),
    ),
  };
}

/** Whether a file names a record by its id, and so says all of it. */
export const isByItsId = ({ id }: CellValues): boolean => (id ?? null) !== null;

function findMember(
  { values }: FileRecord,
  kind: RecordContent['kind'],
  present: RecordContent | null,
  clears: boolean,
  breakdowns: Breakdowns,
) {
  const { breakdown = null, member } = values;
  if (member) return resolveMember({ breakdown, member }, kind, breakdowns);
  if (breakdown !== null && member === null) {
    return { field: 'member' as const, problem: 'unknown_member' as const };
  }
  return member === null && clears
    ? { breakdown: null, member: null }
    : { breakdown: present?.breakdown ?? null, member: present?.member ?? null };
}

/** The columns of what a content is made of. */
const columns: Partial<Record<string, RecordField>> = {
  key: 'id',
  'titles.zh': 'title_zh',
  'titles.en': 'title_en',
  'places.zh': 'place_zh',
  'places.en': 'place_en',
  partOf: 'part_of',
  landedYear: 'landed_year',
  openEnded: 'open_ended',
  note: 'note_zh',
  'note.zh': 'note_zh',
  'note.en': 'note_en',
};

const textOf = ({ rows }: FileRecord, field: RecordField): string =>
  rows.map((row) => row.textOf(field)).find((text) => text !== '') ?? '';

/** A fault at a field of the content, `parties.3.organisation`, as one of the file. */
export function faultAt(
  record: FileRecord,
  path: string,
  code: Fault['code'],
  parties: Parties | undefined,
): Fault {
  const [first, place] = path.split('.');
  if (first === 'parties' && place !== undefined) {
    const row = parties?.rows[Number(place)] ?? record.row;
    const read = record.rows.find((one) => one.row === row);
    const text = ['organisation', 'organisation_zh', 'organisation_en', 'person_zh', 'person_en']
      .map((field) => read?.textOf(field as RecordField) ?? '')
      .find((one) => one !== '');
    return fault(row, 'organisation', text ?? '', code);
  }
  const field = columns[path] ?? (path === '' ? null : (first as RecordField));
  return fault(record.row, field, field ? textOf(record, field) : '', code);
}

/** What the checks of the register refuse of a record, as faults of the file. */
export const toFaults = (
  record: FileRecord,
  refusals: readonly RegisterProblem[],
  parties: Parties | undefined,
): Fault[] => refusals.map(({ field, refusal }) => faultAt(record, field, refusal, parties));
