import Papa from 'papaparse';
import type { MetricFigures, Point, ReleaseRef, Source } from '../../schema/answers.ts';
import { BOM, FORMULA } from '../../schema/files/csv.ts';
import type { Localised } from '../../schema/vocabulary.ts';

interface FiguresFile {
  release: ReleaseRef;
  figures: MetricFigures;
  sources: Source[];
}

/**
 * Writes figures as CSV (RFC 4180, CRLF, UTF-8 with BOM): one row a year and series, also where nothing was
 * reported (empty value). Texts that a spreadsheet would run as a formula are defused with an apostrophe.
 */
export function writeFiguresCsv({ release, figures, sources }: FiguresFile): string {
  const { metric } = figures;
  const languages = Object.keys(metric.names);
  const memberNames = new Map(metric.breakdown?.members.map((member) => [member.id, member.names]));
  const byId = new Map(sources.map((source) => [source.id, source]));
  const inEach = (key: string, texts: Localised | null | undefined) =>
    languages.map((language) => [`${key}_${language}`, texts?.[language] ?? ''] as const);

  const row = (member: string | null, point: Point) => {
    const from = point.sources.flatMap((id) => byId.get(id) ?? []);
    return Object.fromEntries([
      ['metric', metric.id],
      ['year', point.year],
      ['member', member ?? 'total'],
      ...inEach('member', member === null ? null : memberNames.get(member)),
      ['value', point.value],
      ['qualifier', point.qualifier],
      ['status', point.status],
      ['sample', point.sample ? 'sample' : ''],
      ['year_to_date', point.yearToDate ? 'year_to_date' : ''],
      ['basis', point.basis],
      ['change', point.change.value],
      ['change_reason', point.change.reason],
      ...inEach(
        'unit',
        mapValues(metric.units, (unit) => unit.other),
      ),
      ...inEach('note', point.note),
      ...inEach('source', joinTexts(from.map((source) => source.titles))),
      ['source_url', from.flatMap((source) => source.url ?? []).join(' ')],
      ['release', release.n],
    ]);
  };
  const rows = figures.series.flatMap(({ member, points }) =>
    points.map((point) => row(member, point)),
  );
  return BOM + Papa.unparse(rows, { newline: '\r\n', escapeFormulae: FORMULA });
}

const mapValues = <T>(record: Record<string, T>, map: (value: T) => string): Localised =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));

/** Several texts as one in each language they share. */
function joinTexts(texts: Localised[]): Localised {
  const languages = new Set(texts.flatMap((text) => Object.keys(text)));
  return Object.fromEntries(
    [...languages].map((language) => [
      language,
      texts.flatMap((text) => text[language] ?? []).join('; '),
    ]),
  );
}
