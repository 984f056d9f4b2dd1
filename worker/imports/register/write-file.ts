import type { Source } from '../../../schema/answers.ts';
import { escapeFormula } from '../../../schema/files/csv.ts';
import { writeCsv } from '../../../schema/files/write-csv.ts';
import { writeWorkbook } from '../../../schema/files/workbook.ts';
import type {
  OrganisationContent,
  PartyContent,
  RecordContent,
} from '../../../schema/staff/register.ts';
import {
  recordFields,
  writtenFields,
  type RecordField,
} from '../../../schema/staff/register-fields.ts';
import type { Localised } from '../../../schema/vocabulary.ts';
import { writeCountry } from './codes.ts';
import { resolveMember, type Breakdowns } from './resolve-member.ts';
import {
  inferredWords,
  kindWords,
  organisationKindWords,
  roleWords,
  sourceKindWords,
  stageWords,
  writeYesNo,
  type FileLanguage,
} from './words.ts';

/** What a file of records is written from. */
export interface RecordsToWrite {
  records: readonly { key: string; content: RecordContent }[];
  organisations: ReadonlyMap<string, OrganisationContent>;
  sources: ReadonlyMap<string, Source>;
  breakdowns: Breakdowns;
}

type Cell = string | number | null;
type Row = Partial<Record<RecordField, Cell>>;

const textsOf = (of: 'title' | 'place' | 'note' | 'person' | 'position', texts: Localised | null) =>
  ({ [`${of}_zh`]: texts?.['zh'] ?? null, [`${of}_en`]: texts?.['en'] ?? null }) as Row;

/** Records as rows, one a party, in the words of a language; read back they change nothing. */
function listFileRows(
  { records, organisations, sources, breakdowns }: RecordsToWrite,
  language: FileLanguage,
): Cell[][] {
  const rows = records.flatMap(({ key, content }): Row[] => {
    const own = {
      ...recordCells(key, content, language),
      ...memberCells(content, breakdowns, language),
      ...sourceCells(sources.get(content.source), content.source, language),
    };
    const { parties } = content;
    if (parties.length === 0) return [own];
    return parties.map((party) => ({ ...own, ...partyCells(party, organisations, language) }));
  });
  return rows.map((row) => writtenFields.map((field) => row[field] ?? null));
}

const recordCells = (key: string, record: RecordContent, language: FileLanguage): Row => ({
  id: key,
  kind: kindWords.write(record.kind, language),
  year: record.year,
  date: record.date,
  ...textsOf('title', record.titles),
  ...textsOf('place', record.places),
  part_of: record.partOf,
  counted: writeYesNo(record.counted, language),
  stage: record.stage && stageWords.write(record.stage, language),
  landed_year: record.landedYear,
  value: record.value,
  currency: record.currency,
  open_ended: writeYesNo(record.openEnded, language),
  ...textsOf('note', record.note),
});

/** By their names, where these are read as the same again. */
function memberCells(record: RecordContent, breakdowns: Breakdowns, language: FileLanguage): Row {
  const { kind, breakdown, member } = record;
  if (breakdown === null || member === null) return {};
  const found = breakdowns.all.find(({ id }) => id === breakdown);
  const named = {
    breakdown: found?.names[language] ?? breakdown,
    member: found?.members.find(({ id }) => id === member)?.names[language] ?? member,
  };
  const read = resolveMember(named, kind, breakdowns);
  const isRead = 'member' in read && read.breakdown === breakdown && read.member === member;
  return isRead ? named : { breakdown, member };
}

const sourceCells = (source: Source | undefined, id: string, language: FileLanguage): Row => ({
  source: id,
  ...(source && {
    source_kind: sourceKindWords.write(source.kind, language),
    source_title_zh: source.titles['zh'] ?? null,
    source_title_en: source.titles['en'] ?? null,
    publisher_zh: source.publisher?.['zh'] ?? null,
    publisher_en: source.publisher?.['en'] ?? null,
    source_date: source.publishedOn,
    source_url: source.url,
  }),
});

function partyCells(
  { role, organisation, person, position }: PartyContent,
  organisations: RecordsToWrite['organisations'],
  language: FileLanguage,
): Row {
  const body = organisation === null ? undefined : organisations.get(organisation);
  return {
    role: roleWords.write(role, language),
    organisation,
    ...(body && {
      organisation_zh: body.names['zh'] ?? null,
      organisation_en: body.names['en'] ?? null,
      organisation_kind: organisationKindWords.write(body.kind, language),
      country: body.country && writeCountry(body.country, language),
      website: body.website,
      inferred: body.inferred.map((one) => inferredWords.write(one, language)).join(' ') || null,
    }),
    ...textsOf('person', person),
    ...textsOf('position', position),
  };
}

/** Characters that columns are wide; the others take a word or two. */
const wide: Partial<Record<RecordField, number>> = {
  ...{ id: 28, title_zh: 40, title_en: 48, organisation: 24, organisation_zh: 32 },
  ...{ organisation_en: 40, note_zh: 40, note_en: 48, source: 28, source_title_zh: 40 },
  ...{ source_title_en: 48, source_url: 40, website: 28, person_en: 20, position_en: 20 },
};

const headsIn = (language: FileLanguage) => writtenFields.map((one) => recordFields[one][language]);

const escape = (cell: Cell): Cell => (typeof cell === 'string' ? escapeFormula(cell) : cell);

/** The same rows as CSV (UTF-8 with BOM, CRLF) or as a workbook, with heads in that language. */
export const fileWriters = {
  csv: (what: RecordsToWrite, language: FileLanguage): string =>
    writeCsv(headsIn(language), listFileRows(what, language)),
  xlsx: (what: RecordsToWrite, language: FileLanguage): Uint8Array<ArrayBuffer> =>
    writeWorkbook([
      {
        name: language === 'zh' ? '台账' : 'Register',
        rows: [headsIn(language), ...listFileRows(what, language).map((row) => row.map(escape))],
        widths: writtenFields.map((field) => wide[field] ?? 14),
        head: 1,
      },
    ]),
} as const;
