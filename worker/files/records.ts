import type { Source } from '../../schema/answers.ts';
import { writeCsv } from '../../schema/files/write-csv.ts';
import type { Party, RegisterRecord } from '../../schema/register/answers.ts';
import type { Localised } from '../../schema/vocabulary.ts';

/**
 * Records as CSV (RFC 4180, CRLF, UTF-8 with BOM), one row a party: the columns of the record stand in each of its
 * rows, and a record without a party has one row. What is not known is empty, never 0.
 */
export function writeRecordsCsv(records: readonly RegisterRecord[], sources: Source[]): string {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const languages = [
    ...new Set(
      records.flatMap(({ titles, parties }) =>
        [titles, ...parties.map(({ organisation }) => organisation?.names ?? {})].flatMap(
          Object.keys,
        ),
      ),
    ),
  ].sort();
  const fieldsOf = (name: string) => languages.map((language) => `${name}_${language}`);
  const textsOf = (texts: Localised | null | undefined) =>
    languages.map((language) => texts?.[language] ?? '');

  const recordCells = (record: RegisterRecord) => [
    ...[record.id, record.kind, record.year, record.date],
    ...textsOf(record.titles),
    ...textsOf(record.places),
    ...[record.breakdown, record.member, record.partOf],
    ...[record.counted ? 'counted' : '', record.stage, record.landedYear],
    ...[record.value, record.currency, record.openEnded ? 'open_ended' : ''],
  ];
  const partyCells = (party: Party | undefined) => [
    ...[party?.role, party?.organisation?.id],
    ...textsOf(party?.organisation?.names),
    ...[party?.organisation?.country, party?.organisation?.inferred.join(' ')],
    ...textsOf(party?.person),
    ...textsOf(party?.position),
  ];
  const fields = [
    ...['record', 'kind', 'year', 'date', ...fieldsOf('title'), ...fieldsOf('place')],
    ...['breakdown', 'member', 'part_of', 'counted', 'stage', 'landed_year', 'value', 'currency'],
    ...['open_ended', 'role', 'organisation', ...fieldsOf('organisation')],
    ...['country', 'inferred', ...fieldsOf('person'), ...fieldsOf('position')],
    ...['sample', ...fieldsOf('note'), ...fieldsOf('source'), 'source_url'],
  ];
  const rows = records.flatMap((record) => {
    const source = byId.get(record.source);
    const end = [
      record.sample ? 'sample' : '',
      ...textsOf(record.note),
      ...textsOf(source?.titles),
      source?.url,
    ];
    const parties = record.parties.length > 0 ? record.parties : [undefined];
    return parties.map((party) => [...recordCells(record), ...partyCells(party), ...end]);
  });
  return writeCsv(fields, rows);
}
