import { FORMULA, escapeFormula } from '$schema/files/csv.ts';
import Papa from 'papaparse';
import { allSeries } from '$lib/chart/files/chart-file.ts';
import { escapeXml, printable } from '$lib/chart/escape.ts';
import type { ChartModel, ChartPoint } from '$lib/chart/types.ts';
import { markSign } from '$lib/words/marks.ts';
import * as m from '$lib/paraglide/messages.js';

/** "≥" is part of a value, and a gap is said in words: they need no sign of their own. */
const inText = new Set(['at_least', 'about', 'missing']);

/** A chart's table to paste into documents and sheets. */
export interface TakenTable {
  caption: string;
  /** The head of the first column. */
  part: string;
  years: { year: number; marked: boolean }[];
  rows: { name: string; total: boolean; cells: TakenCell[] }[];
  /** What the marks mean, footnotes, sources, release and address. */
  notes: string[];
}

export interface TakenCell {
  /** A number only where the figure is exactly that; "≥5" and "not reported" are texts. */
  value: number | string;
  /** Its marks and footnotes, apart from the value: a sheet would read "17" with the note "1" as 171. */
  marks: string;
}

const line = (text: string): string => printable(text).replace(/\s+/g, ' ').trim();

function valueOf(point: ChartPoint, decimals: number): number | string {
  const exact = point.value !== null && !point.atMost && (point.qualifier ?? 'exact') === 'exact';
  return exact ? Number(point.value!.toFixed(decimals)) : point.label;
}

/** The table of a chart as it is taken away. @param link the chart's page, whole */
export function takeTable(model: ChartModel, link: string): TakenTable {
  const { locale, years, decimals } = model;
  const note = (n: number) => m.share_note_number({ n: String(n) }, { locale });
  const marksOf = ({ marks, footnotes }: ChartPoint) =>
    [
      ...marks.filter((mark) => !inText.has(mark)).map((mark) => markSign(mark, locale)),
      ...footnotes.map(note),
    ].join(' ');
  const series = allSeries(model);
  const rows = series.map(({ id, name, points }) => ({
    name: line(name),
    total: id === 'total' && series.length > 1,
    cells: points.map((point) => ({
      value: valueOf(point, decimals),
      marks: marksOf(point),
    })),
  }));
  const signs = model.legend
    .filter(({ mark }) => !inText.has(mark))
    .map(({ mark, label }) => `${markSign(mark, locale)} ${label}`);
  return {
    caption: line(m.chart_caption({ title: model.title, subtitle: model.subtitle }, { locale })),
    part: m.table_name({}, { locale }),
    years: years.map((year, i) => ({
      year,
      marked: rows.some(({ cells }) => cells[i]?.marks),
    })),
    rows,
    notes: [
      signs.join(' · '),
      ...model.footnotes.map((text, i) => `${note(i + 1)} ${text}`),
      model.note ? m.saved_note({ note: model.note }, { locale }) : '',
      model.sourceLine,
      model.releaseLine,
      link,
    ]
      .map(line)
      .filter(Boolean),
  };
}

/**
 * Tab-separated, for sheets and plain text: numbers as numbers, marks in a column of their own behind each year that
 * has any. Texts that a sheet would run as a formula are defused as in our CSV.
 */
export function tableAsTsv({ caption, part, years, rows, notes }: TakenTable): string {
  const spread = <T>(of: (i: number) => T, marks: (i: number) => T): T[] =>
    years.flatMap(({ marked }, i) => (marked ? [of(i), marks(i)] : [of(i)]));
  const lines: (string | number)[][] = [
    [caption],
    [
      part,
      ...spread<string | number>(
        (i) => years[i]!.year,
        () => '',
      ),
    ],
    ...rows.map(({ name, cells }) => [
      name,
      ...spread<string | number>(
        (i) => cells[i]!.value,
        (i) => cells[i]!.marks,
      ),
    ]),
    ...notes.map((note) => [note]),
  ];
  return Papa.unparse(lines, { delimiter: '\t', newline: '\r\n', escapeFormulae: FORMULA });
}

/** The same for documents, with rules and bold totals. Sheets read it too: it is guarded in the same way. */
export function tableAsHtml({ caption, part, years, rows, notes }: TakenTable): string {
  const text = (given: string) => escapeXml(escapeFormula(given));
  const paragraph = (given: string) => `<p>${text(given)}</p>`;
  const head = years.map(
    ({ year, marked }) => `<th align="right"${marked ? ' colspan="2"' : ''}>${year}</th>`,
  );
  const body = rows.map(({ name, total, cells }) => {
    const strong = (given: string) => (total ? `<b>${given}</b>` : given);
    const values = cells.map(({ value, marks }, i) => {
      const said = typeof value === 'number' ? String(value) : text(value);
      const cell = `<td align="right">${strong(said)}</td>`;
      return years[i]!.marked ? `${cell}<td>${text(marks)}</td>` : cell;
    });
    return `<tr><td>${strong(text(name))}</td>${values.join('')}</tr>`;
  });
  return (
    `<p><b>${text(caption)}</b></p>` +
    `<table border="1" cellspacing="0" cellpadding="4"><thead><tr><th align="left">${text(part)}</th>${head.join('')}</tr></thead>` +
    `<tbody>${body.join('')}</tbody></table>${notes.map(paragraph).join('')}`
  );
}
