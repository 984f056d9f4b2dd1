import type { Dataset } from '../../schema/answers.ts';
import { inLanguage, type FileLanguage } from '../../schema/dataset/languages.ts';
import type { Field } from '../../schema/dataset/field.ts';
import { tables, type TableName } from '../../schema/dataset/tables.ts';
import { numberFormat } from '../../schema/files/number-format.ts';
import { writeWorkbook, type Cell, type Sheet } from '../../schema/files/workbook.ts';
import { dataSheet } from './data-sheet.ts';
import { listEntries, type Entry } from './entries.ts';
import { figureRows, rowsOf, unitsOf } from './rows.ts';
import { sayAround } from './said.ts';
import { languagesOf } from './table-languages.ts';
import { markMeanings, markSigns, words, type SignedMark } from './words.ts';

const marksOf = ({ point }: Entry): SignedMark[] => [
  ...(point.status === 'P' || point.status === 'E' ? [point.status] : []),
  ...(point.sample ? (['sample'] as const) : []),
  ...(point.yearToDate ? (['year_to_date'] as const) : []),
];

const formatOf = (entry: Entry, language: FileLanguage): string =>
  numberFormat({
    decimals: entry.metric.decimals,
    qualifier: entry.point.qualifier,
    marks: marksOf(entry).map((mark) => markSigns[mark][language]),
  });

/** A figure as a number that shows its marks; where there is none the cell says why. */
const figureCell = (entry: Entry, language: FileLanguage): Cell =>
  entry.point.value === null
    ? words[entry.whyMissing!][language]
    : { value: entry.point.value, format: formatOf(entry, language) };

/** As in the yearbook: a row for each part of each metric, years as columns. */
function tableSheet(dataset: Dataset, entries: Entry[], language: FileLanguage): Sheet {
  const { say, title, release, sample } = sayAround(dataset, language);
  const years = [...new Set(entries.map(({ point }) => point.year))].sort((a, b) => a - b);
  const series = Map.groupBy(entries, ({ metric, member }) => `${metric.id} ${member}`);
  const rows = [...series.values()].map((own): Cell[] => {
    const { metric, names } = own[0]!;
    const cells = new Map(own.map((entry) => [entry.point.year, figureCell(entry, language)]));
    return [
      inLanguage(metric.names, language),
      inLanguage(names, language),
      inLanguage(unitsOf(metric.units), language),
      ...years.map((year) => cells.get(year) ?? null),
    ];
  });
  const used = new Set(entries.flatMap(marksOf));
  return {
    name: say('table'),
    head: 4,
    side: 2,
    widths: [22, 20, 10, ...years.map(() => 13)],
    rows: [
      [title],
      [release],
      [...(dataset.hasSample ? [sample] : [])],
      [say('metric'), say('part'), say('unit'), ...years],
      ...rows,
      [],
      ...[...used].map((mark) => [markMeanings[mark][language]]),
    ],
  };
}

/** The figures row by row; a value is a number that shows its qualifier and marks. */
function figuresSheet(
  dataset: Dataset,
  entries: Entry[],
  language: FileLanguage,
  languages: string[],
): Sheet {
  const sheet = dataSheet('figures', figureRows(dataset), words.data[language], languages);
  const [head = [], ...rows] = sheet.rows;
  const value = head.indexOf('value');
  const change = head.indexOf('change');
  rows.forEach((row, i) => {
    const entry = entries[i]!;
    if (entry.point.value !== null)
      row[value] = { value: entry.point.value, format: formatOf(entry, language) };
    const { value: changed, qualifier } = entry.point.change;
    const { decimals } = entry.metric;
    if (changed !== null)
      row[change] = {
        value: changed,
        format: numberFormat({ decimals, qualifier, marks: [], as: 'change' }),
      };
  });
  return sheet;
}

/** What the figures are, what the marks and columns mean, and under what terms. */
function notesSheet(dataset: Dataset, entries: Entry[], language: FileLanguage): Sheet {
  const { say, centre, release, sample } = sayAround(dataset, language);
  const used = new Set([
    ...entries.flatMap(marksOf),
    ...entries.flatMap(({ point: { qualifier } }) =>
      qualifier === null || qualifier === 'exact' ? [] : [qualifier],
    ),
  ]);
  const note = inLanguage(dataset.release.notes, language);
  return {
    name: say('notes'),
    head: 0,
    wraps: true,
    widths: [24, 100],
    rows: [
      [say('centre'), centre],
      [say('release'), release],
      ...(note ? [[say('releaseNote'), note]] : []),
      [say('sample'), sample],
      [say('missing'), say('neverZero')],
      ...[...used].map((mark) => [say('marks'), markMeanings[mark][language]]),
      [say('licence'), say('noLicence')],
      ...dataset.figures.map(({ metric }) => [
        inLanguage(metric.names, language),
        inLanguage(metric.definitions, language),
      ]),
      ...(tables.figures.fields as readonly Field[]).map(({ name, localised, meaning }) => [
        localised ? `${name}_…` : name,
        meaning[language],
      ]),
    ],
  };
}

/** Figures as a workbook for Excel and WPS: the table, its data row by row, targets, sources, and notes. */
export function writeXlsx(dataset: Dataset, language: FileLanguage): Uint8Array<ArrayBuffer> {
  const entries = listEntries(dataset);
  const languages = languagesOf(dataset);
  const register = { records: [], organisations: [], counts: [] };
  const record = { ...dataset, releases: [], register };
  const sheet = (name: TableName) =>
    dataSheet(name, rowsOf[name](record), tables[name].title[language], languages);
  const targets = sheet('targets');
  return writeWorkbook([
    tableSheet(dataset, entries, language),
    figuresSheet(dataset, entries, language, languages),
    ...(targets.rows.length > 1 ? [targets] : []),
    sheet('sources'),
    notesSheet(dataset, entries, language),
  ]);
}
