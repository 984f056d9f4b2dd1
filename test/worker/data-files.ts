import { strFromU8, unzipSync } from 'fflate';
import { toCSV } from 'jsonstat-suite';
import Papa from 'papaparse';
import readSheets from 'read-excel-file/universal';
import type { Dataset } from '../../schema/answers.ts';
import { ask } from './record.ts';

/** One figure as any form of a file gives it. */
export interface Said {
  metric: string;
  member: string;
  year: number;
  value: number | null;
  /** Its marks as one code, as in JSON-stat. */
  status: string;
}

export async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await ask(path);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${strFromU8(bytes)}`);
  return bytes;
}

export const textOf = async (path: string): Promise<string> =>
  new TextDecoder().decode(await bytesOf(path));

/** The rows of a CSV, without its byte order mark. */
export function rowsOfCsv(text: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
  return data;
}

const joined = (codes: (string | false | null | undefined)[]) =>
  codes.filter(Boolean).join('+') || 'A';

/** The marks of a row, whose cells are texts or, in a workbook, null. */
const statusOfRow = (row: Record<string, unknown>): string => {
  if (row.status === 'O') return 'O';
  if (row.why_missing) return `missing:${row.why_missing}`;
  return joined([
    row.qualifier !== 'exact' && String(row.qualifier),
    row.status !== 'A' && String(row.status),
    row.sample as string,
    row.year_to_date as string,
  ]);
};

const fromRow = (row: Record<string, unknown>): Said => ({
  metric: String(row.metric),
  member: String(row.member),
  year: Number(row.year),
  value: row.value === '' || row.value === null ? null : Number(row.value),
  status: statusOfRow(row),
});

export const fromCsv = (text: string): Said[] => rowsOfCsv(text).map(fromRow);

export async function fromXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<Said[]> {
  const sheets = await readSheets(new Blob([bytes]));
  const [head = [], ...rows] = sheets.find(({ sheet }) => sheet === 'Data')!.data;
  return rows.map((row) =>
    fromRow(Object.fromEntries(head.map((name, i) => [String(name), row[i] ?? null]))),
  );
}

interface JsonStat {
  class: string;
  link?: { item: JsonStat[] };
}

/** Read back by the library of the format's author, dataset by dataset. */
export function fromJsonStat(text: string): Said[] {
  const found = JSON.parse(text) as JsonStat;
  const ofDataset = (dsid: number) => {
    const options = { status: true, field: 'id', content: 'id', na: 'none', dsid } as const;
    return rowsOfCsv(toCSV(structuredClone(found), options)!.trimEnd()).map((row) => ({
      metric: row.metric!,
      member: row.series!,
      year: Number(row.year),
      value: row.value === 'none' ? null : Number(row.value),
      status: row.status!,
    }));
  };
  return (found.link?.item ?? [found]).flatMap((_, i) => ofDataset(i));
}

/** What the JSON says of the same, written anew from the shape of the answer. */
export const fromJson = ({ figures }: Pick<Dataset, 'figures'>): Said[] =>
  figures.flatMap(({ metric, series }) =>
    series.flatMap(({ member, points }) =>
      points.map((point): Said => {
        const part = metric.breakdown?.members.find(({ id }) => id === member);
        const last = part?.lastYear ?? metric.lastYear ?? Infinity;
        const why =
          member === 'not-broken-down' ? 'not_known' : point.year > last ? 'retired' : 'no_figure';
        const marks = joined([
          point.qualifier !== 'exact' && point.qualifier,
          point.status !== 'A' && point.status,
          point.sample && 'sample',
          point.yearToDate && 'year_to_date',
        ]);
        return {
          metric: metric.id,
          member: member ?? 'total',
          year: point.year,
          value: point.value,
          status: point.status === 'O' ? 'O' : point.value === null ? `missing:${why}` : marks,
        };
      }),
    ),
  );

/** The number formats that a workbook's first sheet shows its numbers in, cell by cell. */
export function shownFormats(bytes: Uint8Array): Map<string, string> {
  const parts = unzipSync(bytes);
  const xml = (path: string) => strFromU8(parts[path]!);
  const plain = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
  const styles = xml('xl/styles.xml');
  const formats = new Map(
    [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [
      id!,
      plain(code!),
    ]),
  );
  const cells = [...styles.split('<cellXfs')[1]!.matchAll(/<xf numFmtId="(\d+)"/g)];
  return new Map(
    [...xml('xl/worksheets/sheet1.xml').matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"><v>/g)].flatMap(
      ([, at, style]) => {
        const format = formats.get(cells[Number(style)]![1]!);
        return format === undefined ? [] : [[at!, format] as const];
      },
    ),
  );
}
