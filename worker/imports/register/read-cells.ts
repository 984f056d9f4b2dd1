import type { Inferable, OrganisationKind, RecordKind } from '../../../schema/register/words.ts';
import { inferable, type partyRoles, type stages } from '../../../schema/register/words.ts';
import { cleanText } from '../../../schema/staff/clean-text.ts';
import { readNumber } from '../../../schema/staff/numbers.ts';
import type { RecordField } from '../../../schema/staff/register-fields.ts';
import type { RecordProblem } from '../../../schema/staff/register-problems.ts';
import type { SourceKind } from '../../../schema/vocabulary.ts';
import { readCountry, readCurrency } from './codes.ts';
import { readDay, readOneYear } from './days.ts';
import {
  inferredWords,
  kindWords,
  organisationKindWords,
  readYesNo,
  roleWords,
  sourceKindWords,
  stageWords,
} from './words.ts';

/** What the cells of each column say. */
interface Special {
  kind: RecordKind;
  year: number;
  counted: boolean;
  stage: (typeof stages)[number];
  landed_year: number;
  value: number;
  open_ended: boolean;
  role: (typeof partyRoles)[number];
  organisation_kind: OrganisationKind;
  inferred: Inferable[];
  source_kind: SourceKind;
}
export type CellValue<F extends RecordField> = F extends keyof Special ? Special[F] : string;

/** What a row says. Null: nothing stands there; undefined: the file does not speak of it, or it cannot be read. */
export type CellValues = { [F in RecordField]?: CellValue<F> | null };

type Read<T> = { ok: T } | { problem: RecordProblem };
type Readers = { [F in RecordField]: (text: string) => Read<CellValue<F>> };

const or = <T>(value: T | null | undefined, problem: RecordProblem): Read<T> =>
  value === null || value === undefined ? { problem } : { ok: value };

/** A text on one line, as names and titles are. */
const line = (most: number) => (text: string) => {
  const plain = oneLine(text);
  return plain.length > most ? { problem: 'too_long' as const } : { ok: plain };
};
const name = line(300);
const long = line(2000);

export const oneLine = (text: string): string => cleanText(text.replace(/\s+/g, ' '));

function readNote(text: string): Read<string> {
  const plain = cleanText(text.replace(/\r\n?/g, '\n'));
  return plain.length > 2000 ? { problem: 'too_long' } : { ok: plain };
}

function readAmount(text: string): Read<number> {
  const read = readNumber(text);
  const isPlain = read.kind === 'value' && read.qualifier === 'exact';
  if (!isPlain || read.value < 0 || read.value > 1e15) return { problem: 'unreadable_amount' };
  // As the shape of a record asks: no third decimal.
  const isWhole = Number(read.value.toFixed(2)) === read.value;
  return isWhole ? { ok: read.value } : { problem: 'unreadable_amount' };
}

function readAddress(text: string): Read<string> {
  const plain = oneLine(text);
  if (plain.length > 500) return { problem: 'too_long' };
  const isAddress = URL.canParse(plain) && /^https?:$/.test(new URL(plain).protocol);
  return isAddress ? { ok: plain } : { problem: 'unreadable_address' };
}

function readInferred(text: string): Read<Inferable[]> {
  const parts = text.split(/[\s,，、;；]+/).filter(Boolean);
  const read = parts.map(inferredWords.read);
  return read.includes(undefined)
    ? { problem: 'unreadable_inferred' }
    : { ok: inferable.filter((one) => read.includes(one)) };
}

/** Ids of ours; a list that numbers its rows has none. */
const readId = (text: string): Read<string> => {
  const plain = text.trim();
  const isId = plain.length <= 100 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(plain);
  return isId && /[a-z]/.test(plain) ? { ok: plain } : { problem: 'unreadable_id' };
};

const date = (text: string) => or(readDay(text), 'unreadable_date');
const yesNo = (text: string) => or(readYesNo(text), 'unreadable_yes_no');
const year = (text: string) => or(readOneYear(text), 'unreadable_year');

export const readers: Readers = {
  id: readId,
  kind: (text) => or(kindWords.read(text), 'unreadable_kind'),
  year,
  date,
  title_zh: name,
  title_en: name,
  place_zh: name,
  place_en: name,
  breakdown: name,
  member: name,
  part_of: name,
  counted: yesNo,
  stage: (text) => or(stageWords.read(text), 'unreadable_stage'),
  landed_year: year,
  value: readAmount,
  currency: (text) => or(readCurrency(text), 'unreadable_currency'),
  open_ended: yesNo,
  role: (text) => or(roleWords.read(text), 'unreadable_role'),
  organisation: name,
  organisation_zh: name,
  organisation_en: name,
  organisation_kind: (text) => or(organisationKindWords.read(text), 'unreadable_organisation_kind'),
  country: (text) => or(readCountry(text), 'unreadable_country'),
  website: readAddress,
  inferred: readInferred,
  person_zh: name,
  person_en: name,
  position_zh: name,
  position_en: name,
  note_zh: readNote,
  note_en: readNote,
  source: long,
  source_kind: (text) => {
    const kind = sourceKindWords.read(text);
    return kind === 'sample' ? { problem: 'sample_row' } : or(kind, 'unreadable_source_kind');
  },
  source_title_zh: long,
  source_title_en: long,
  publisher_zh: long,
  publisher_en: long,
  source_date: date,
  source_url: readAddress,
  sample: () => ({ problem: 'sample_row' }),
};
