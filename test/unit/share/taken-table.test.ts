import { describe, expect, it } from 'vitest';
import { unescapeFormula } from '../../../schema/files/csv.ts';
import { tableAsHtml, tableAsTsv, takeTable } from '../../../web/src/lib/share/taken-table.ts';
import { agreements, chartOf, figuresOf } from '../chart/figures.ts';

const link = 'https://yearbook.example.org/en/metrics/agreements-signed?release=4';
const broken = { year: 2019, reasons: { en: '=1+1 counted per party', zh: '按签约方计' } };
const figures = figuresOf([3, 'E5', null, '>=7', 1234], {
  by: { transfer: [1, 2, null, '>=4', 1000], biomedicine: [2, 'P3', null, 3, 234] },
  metric: { ...agreements, breaks: [broken] },
});
const rowsOf = (tsv: string) => tsv.split('\r\n').map((line) => line.split('\t'));

describe('a table to paste', () => {
  it('keeps numbers as numbers, and marks in columns of their own behind the years that have any', () => {
    const rows = rowsOf(tableAsTsv(takeTable(chartOf(figures), link)));
    expect(rows[1]).toEqual(['Part', '2018', '2019', '', '2020', '2021', '2022']);
    expect(rows[2]).toEqual(['Technology transfer', '1', '2', '', 'not reported', '≥4', '1000']);
    expect(rows[3]!.slice(0, 4)).toEqual(['Biomedicine', '2', '3', 'p']);
    expect(rows.find(([name]) => name === 'Total')).toEqual([
      ...['Total', '3', '5', 'e [1]', 'not reported', '≥7', '1234'],
    ]);
  });

  it('says what the marks mean, the notes, the sources, the release and the address', () => {
    const rows = rowsOf(tableAsTsv(takeTable(chartOf(figures), link)));
    const notes = rows.slice(-5).map(([text]) => text);
    expect(notes).toEqual([
      'p provisional · e estimated',
      expect.stringMatching(/^\[1\] .*counted per party/),
      expect.stringMatching(/^Source: /),
      'Release 4 · 12 November 2024',
      link,
    ]);
  });

  it('writes a fall as a number that a sheet reads', () => {
    const falling = figuresOf([9, 4], { by: { transfer: [9, 4] } });
    const table = takeTable(chartOf(falling, { show: 'change' }), link);
    expect(rowsOf(tableAsTsv(table)).at(2)!.at(-1)).toBe('-5');
    expect(tableAsHtml(table)).toContain('<td align="right">-5</td>');
  });

  it('never turns a gap into a zero or nothing', () => {
    const table = takeTable(chartOf(figuresOf([null, 0, 'O'])), link);
    expect(table.rows[0]!.cells.map(({ value }) => value)).toEqual([
      'not reported',
      0,
      'not reported',
    ]);
  });

  it('lets no name become a formula, a cell or markup', () => {
    const names = [
      '=HYPERLINK("https://evil.example")',
      '+1',
      '-1',
      '@x',
      "'=1",
      '<b onclick="x">\t',
    ];
    for (const name of names) {
      const hostile = chartOf(figuresOf([1], { by: { transfer: [1] } }));
      for (const series of hostile.series) series.name = name;
      const table = takeTable(hostile, link);
      const tsv = tableAsTsv(table).split('\r\n')[2]!;
      const cell = tsv.startsWith('"')
        ? tsv.slice(1, tsv.lastIndexOf('"')).replaceAll('""', '"')
        : tsv.split('\t')[0]!;
      expect(cell, name).not.toMatch(/^[=+\-@]/);
      expect(unescapeFormula(cell)).toBe(name.trim());
      expect(tsv.match(/\t/g)).toHaveLength(1);
      const html = tableAsHtml(table);
      expect(html).not.toMatch(/<td>[=+\-@]/);
      expect(html).not.toContain('<b onclick');
    }
  });

  it('has as many cells in each row of the HTML as its head spans', () => {
    const html = tableAsHtml(takeTable(chartOf(figures, {}, 'zh'), link));
    const rows = html.match(/<tr>.*?<\/tr>/g)!;
    const spans = (row: string) =>
      [...row.matchAll(/<t[hd](?:[^>]*colspan="(\d)")?[^>]*>/g)].reduce(
        (sum, [, span]) => sum + Number(span ?? 1),
        0,
      );
    expect(rows).toHaveLength(5);
    expect(new Set(rows.map(spans))).toEqual(new Set([7]));
    expect(html).toContain('<b>合计</b>');
    expect(html).toContain('未公布');
  });
});
