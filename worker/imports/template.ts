import Papa from 'papaparse';
import { effective } from '../../schema/staff/checks.ts';
import { BOM, escapeFormula } from '../../schema/files/csv.ts';
import { writeWorkbook } from '../../schema/files/workbook.ts';
import type { Mapping } from '../../schema/staff/imports.ts';
import type { SheetMetric } from '../../schema/staff/returns.ts';

/** Heads of the template and the widths of its columns, in characters. The names are for people and are not read. */
const columns = {
  metric: 24,
  metric_zh: 20,
  metric_en: 28,
  member: 24,
  member_zh: 20,
  member_en: 28,
  year: 8,
  value: 12,
  qualifier: 10,
  status: 8,
  source: 20,
  note_zh: 40,
  note_en: 40,
} as const;

const heads = Object.keys(columns) as (keyof typeof columns)[];

const column = (name: keyof typeof columns) => ({ column: name });

/** How the template is read back. */
export const templateMapping: Mapping = {
  layout: 'long',
  sheet: null,
  metric: column('metric'),
  member: column('member'),
  year: column('year'),
  yearRule: 'begins',
  value: column('value'),
  qualifier: column('qualifier'),
  status: column('status'),
  source: column('source'),
  noteZh: column('note_zh'),
  noteEn: column('note_en'),
  where: [],
  duplicates: 'refuse',
};

/** Whether a table is our template: it has all the columns that are read. */
export const isTemplate = (found: string[]): boolean =>
  heads.filter((head) => !/^(?:metric|member)_/.test(head)).every((head) => found.includes(head));

type Row = Record<keyof typeof columns, string | number | null>;

/** A row for each figure that a year is asked for, with what is known of it. Sample figures are left empty. */
const listRows = (year: number, metrics: SheetMetric[]): Row[] =>
  metrics.flatMap((metric) =>
    metric.cells.map((cell): Row => {
      const figure = effective(cell);
      const isTotal = cell.names === null;
      return {
        metric: metric.id,
        metric_zh: escapeFormula(metric.names['zh'] ?? ''),
        metric_en: escapeFormula(metric.names['en'] ?? ''),
        member: isTotal ? 'total' : cell.member,
        member_zh: isTotal ? '合计' : escapeFormula(cell.names?.['zh'] ?? ''),
        member_en: isTotal ? 'Total' : escapeFormula(cell.names?.['en'] ?? ''),
        year,
        value: figure?.value ?? null,
        qualifier: figure && figure.value !== null ? figure.qualifier : null,
        status: figure?.status ?? null,
        source: figure?.source ?? null,
        note_zh: escapeFormula(figure?.note?.['zh'] ?? ''),
        note_en: escapeFormula(figure?.note?.['en'] ?? ''),
      };
    }),
  );

/** The template as CSV (UTF-8 with BOM, CRLF). */
export const writeTemplateCsv = (year: number, metrics: SheetMetric[]): string =>
  BOM + Papa.unparse({ fields: heads, data: listRows(year, metrics) }, { newline: '\r\n' });

/** The template as a workbook (.xlsx). */
export const writeTemplateXlsx = (year: number, metrics: SheetMetric[]): Uint8Array =>
  writeWorkbook([
    {
      name: String(year),
      rows: [heads, ...listRows(year, metrics).map((row) => heads.map((head) => row[head]))],
      widths: Object.values(columns),
      head: 1,
    },
  ]);
