import type { Metric, ReleaseRef, Source } from '../../schema/answers.ts';
import { inLanguage, type FileLanguage, type Words } from '../../schema/dataset/languages.ts';
import { writeWorkbook, type Cell } from '../../schema/files/workbook.ts';
import type { Party, RegisterRecord } from '../../schema/register/answers.ts';
import { nameCountry } from '../../schema/register/country-names.ts';
import { kindWords, roleWords, stageWords } from '../imports/register/words.ts';
import { sayAround } from './said.ts';

/** What a workbook of records is written from. */
export interface RecordsOfWorkbook {
  records: readonly RegisterRecord[];
  sources: readonly Source[];
  metrics: readonly Metric[];
  release: ReleaseRef;
  centre: { names: Record<string, string>; timeZone: string };
}

interface Line {
  record: RegisterRecord;
  party: Party | undefined;
}

type Column = Words & { width: number; cell: (line: Line, language: FileLanguage) => Cell };

/** Days since 30 December 1899: how a spreadsheet counts dates. */
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;

const inferred: Words = { zh: '推断', en: 'inferred' };
const notCounted: Words = { zh: '不计入任何数据', en: 'not counted in any figure' };
const sample: Words = { zh: '示例', en: 'sample' };

/** The columns, in their order: those of the record stand in each of its rows. */
function columnsOf({ sources, metrics }: RecordsOfWorkbook): Column[] {
  const source = new Map(sources.map((one) => [one.id, one]));
  const members = new Map(
    metrics.flatMap(({ breakdown }) =>
      (breakdown?.members ?? []).map(({ id, names }) => [`${breakdown?.id} ${id}`, names] as const),
    ),
  );
  return [
    {
      zh: '日期',
      en: 'Date',
      width: 12,
      cell: ({ record: { date } }) =>
        date === null ? null : { value: dayNumber(date), format: 'yyyy-mm-dd' },
    },
    { zh: '年份', en: 'Year', width: 8, cell: ({ record }) => record.year },
    {
      zh: '类别',
      en: 'Kind',
      width: 12,
      cell: ({ record }, language) => kindWords.write(record.kind, language),
    },
    {
      zh: '题名',
      en: 'Title',
      width: 48,
      cell: ({ record }, language) => inLanguage(record.titles, language),
    },
    {
      zh: '地点',
      en: 'Place',
      width: 14,
      cell: ({ record }, language) => inLanguage(record.places, language),
    },
    {
      zh: '领域或类型',
      en: 'Domain or type',
      width: 18,
      cell: ({ record: { breakdown, member } }, language) =>
        inLanguage(members.get(`${breakdown} ${member}`), language) || member,
    },
    {
      zh: '进展',
      en: 'Stage',
      width: 10,
      cell: ({ record: { stage } }, language) => stage && stageWords.write(stage, language),
    },
    { zh: '落地年份', en: 'Landed in', width: 10, cell: ({ record }) => record.landedYear },
    { zh: '金额', en: 'Value', width: 12, cell: ({ record }) => record.value },
    { zh: '币种', en: 'Currency', width: 10, cell: ({ record }) => record.currency },
    {
      zh: '角色',
      en: 'Role',
      width: 14,
      cell: ({ party }, language) => (party ? roleWords.write(party.role, language) : null),
    },
    {
      zh: '单位',
      en: 'Organisation',
      width: 36,
      cell: ({ party }, language) => inLanguage(party?.organisation?.names, language),
    },
    {
      zh: '国家和地区',
      en: 'Country or region',
      width: 16,
      cell: ({ party }, language) => countryCell(party, language),
    },
    {
      zh: '人员',
      en: 'Person',
      width: 18,
      cell: ({ party }, language) => inLanguage(party?.person, language),
    },
    {
      zh: '职务',
      en: 'Position',
      width: 24,
      cell: ({ party }, language) => inLanguage(party?.position, language),
    },
    {
      zh: '列举未尽',
      en: 'And others',
      width: 10,
      cell: ({ record }, language) => (record.openEnded ? { zh: '等', en: 'yes' }[language] : null),
    },
    {
      zh: '计数',
      en: 'Counted',
      width: 14,
      cell: ({ record }, language) => (record.counted ? null : notCounted[language]),
    },
    {
      zh: '示例数据',
      en: 'Sample data',
      width: 10,
      cell: ({ record }, language) => (record.sample ? sample[language] : null),
    },
    {
      zh: '备注',
      en: 'Note',
      width: 48,
      cell: ({ record }, language) => inLanguage(record.note, language),
    },
    {
      zh: '来源',
      en: 'Source',
      width: 40,
      cell: ({ record }, language) => inLanguage(source.get(record.source)?.titles, language),
    },
    {
      zh: '网址',
      en: 'Address',
      width: 40,
      cell: ({ record }) => source.get(record.source)?.url ?? null,
    },
    { zh: '编号', en: 'Id', width: 28, cell: ({ record }) => record.id },
  ];
}

function countryCell(party: Party | undefined, language: FileLanguage): Cell {
  const { country, inferred: concluded } = party?.organisation ?? {};
  if (!country) return null;
  const name = nameCountry(country, language);
  if (!concluded?.includes('country')) return name;
  return language === 'zh' ? `${name}（${inferred.zh}）` : `${name} (${inferred.en})`;
}

/** Records as a workbook to be read, one row a party, in the words of a language. What is not known is empty. */
export function writeRecordsXlsx(
  found: RecordsOfWorkbook,
  language: FileLanguage,
): Uint8Array<ArrayBuffer> {
  const columns = columnsOf(found);
  const hasSample = found.records.some((record) => record.sample);
  const { centre, release } = sayAround({ ...found, hasSample }, language);
  const lines = found.records.flatMap((record): Line[] =>
    (record.parties.length > 0 ? record.parties : [undefined]).map((party) => ({ record, party })),
  );
  return writeWorkbook([
    {
      name: { zh: '台账', en: 'Register' }[language],
      head: 3,
      widths: columns.map(({ width }) => width),
      rows: [
        [centre],
        [release],
        columns.map((column) => column[language]),
        ...lines.map((line) => columns.map(({ cell }) => cell(line, language))),
      ],
    },
  ]);
}
