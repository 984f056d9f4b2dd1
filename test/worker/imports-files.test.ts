import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Inspection } from '../../schema/staff/imports.ts';
import { writeWorkbook, type Cell } from '../../schema/files/workbook.ts';
import { formOf, refusal } from './import-files.ts';
import { prepareRecord } from './record.ts';
import { employ, type Colleague } from './staff.ts';

const inspectPath = '/imports/inspect';
let editor: Colleague;

beforeAll(async () => {
  await prepareRecord('facts');
  editor = await employ('editor');
  // The first request wakes the Worker, which takes longer than a test may.
  await inspect('a,b\n1,2');
});

const inspect = (content: string | Uint8Array, sheet?: string) =>
  editor.read<Inspection>('POST', inspectPath, formOf(content, sheet ? { sheet } : {}));

const refuse = (content: string | Uint8Array, sheet?: string) =>
  refusal(editor, inspectPath, formOf(content, sheet ? { sheet } : {}));

/** 指标,年份,数值 / 签约数,2024,5 */
const gb18030 = new Uint8Array([
  ...[
    0xd6, 0xb8, 0xb1, 0xea, 0x2c, 0xc4, 0xea, 0xb7, 0xdd, 0x2c, 0xca, 0xfd, 0xd6, 0xb5, 0x0d, 0x0a,
  ],
  ...[0xc7, 0xa9, 0xd4, 0xbc, 0xca, 0xfd, 0x2c, 0x32, 0x30, 0x32, 0x34, 0x2c, 0x35, 0x0d, 0x0a],
]);

const utf16le = (text: string) => {
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  for (const [i, sign] of [...`\uFEFF${text}`].entries())
    view.setUint16(2 * i, sign.charCodeAt(0), true);
  return bytes;
};

const chinese = '指标,年份,数值\r\n签约数,2024,5\r\n';

describe('POST /api/v1/staff/imports/inspect', () => {
  it.each([
    ['UTF-8', strToU8(chinese), 'utf-8'],
    ['UTF-8 with a byte order mark', strToU8(`\uFEFF${chinese}`), 'utf-8'],
    ['GB18030', gb18030, 'gb18030'],
    ['UTF-16', utf16le(chinese), 'utf-16le'],
  ])('reads %s and says so', async (_, bytes, encoding) => {
    const found = await inspect(bytes);
    expect(found).toMatchObject({ format: 'csv', encoding, delimiter: ',', rows: 1 });
    expect(found.columns.map(({ name, samples }) => [name, ...samples])).toEqual([
      ['指标', '签约数'],
      ['年份', '2024'],
      ['数值', '5'],
    ]);
    expect(found.suggestion).toMatchObject({
      metric: { column: '指标', values: { 签约数: 'agreements-signed' } },
      year: { column: '年份' },
      value: { column: '数值' },
    });
  });

  it.each([
    ['LF', '\n', ','],
    ['CR', '\r', ','],
    ['CRLF', '\r\n', ','],
    ['tabs', '\n', '\t'],
    ['semicolons', '\r\n', ';'],
  ])('reads %s, quoted delimiters and line breaks', async (_, end, delimiter) => {
    const note = `"one${delimiter} two${end}""three"""`;
    const lines = [
      ['Figures of the year'],
      ['metric', 'note', 'value'],
      ['m', note, '1'],
      ['n', '', '2'],
    ];
    const found = await inspect(lines.map((cells) => cells.join(delimiter)).join(end));
    expect(found).toMatchObject({ delimiter, rows: 2 });
    expect(found.columns.map(({ name }) => name)).toEqual(['metric', 'note', 'value']);
    expect(found.columns[1]!.values).toEqual([`one${delimiter} two\n"three"`, '']);
  });

  it('tells columns of the same name apart', async () => {
    const { columns } = await inspect('year,value,value,\n2024,1,2,3');
    expect(columns.map(({ name }) => name)).toEqual(['year', 'value', 'value (2)']);
  });

  it('knows wide tables by years and by members', async () => {
    const years = await inspect('指标,2021,2022年,2023\n签约数,1,2,3');
    expect(years.suggestion).toMatchObject({
      layout: 'wide-years',
      year: { columns: ['2021', '2022年', '2023'] },
    });
    const members = await inspect('Year,Biomedicine,Technology transfer,Total\n2024,1,2,3');
    expect(members.suggestion).toMatchObject({
      layout: 'wide-members',
      metric: { fixed: 'agreements-signed' },
      member: {
        columns: {
          Biomedicine: 'biomedicine',
          'Technology transfer': 'technology-transfer',
          Total: '',
        },
      },
    });
  });

  it('reads workbooks: the sheet that is asked for, large ones too', async () => {
    const sheetOf = (name: string, rows: Cell[][]) =>
      writeWorkbook([{ name, rows, widths: rows[0]!.map(() => 9), head: 1 }]);
    const small = sheetOf('第一 & "一"', [
      ['a', 'b'],
      ['x', 0.1 + 0.2],
      ['=1+1', null],
    ]);
    const found = await inspect(small, '第一 & "一"');
    expect(found).toMatchObject({
      format: 'xlsx',
      encoding: null,
      sheets: ['第一 & "一"'],
      rows: 2,
    });
    expect(found.columns.map(({ samples }) => samples)).toEqual([['x', '=1+1'], ['0.3']]);
    expect(await refuse(small, 'Other')).toMatchObject({ status: 422, code: 'sheet_unknown' });

    const rows = Array.from({ length: 20_000 }, (_, i) => [`text ${i}`, 2024, i]);
    const large = await inspect(sheetOf('1', [['a', 'b', 'c'], ...rows]));
    expect(large.rows).toBe(20_000);
    expect(large.columns[0]!.distinct).toBe(20_000);
  });

  it('shows errors of formulas as what they are', async () => {
    const found = await inspect(
      workbook(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2" t="e"><v>#DIV/0!</v></c><c r="B2"><v>3</v></c></row>',
      ),
    );
    expect(found.columns[0]!.samples).toEqual(['#DIV/0!']);
  });

  const workbook = (rows: string, more: Record<string, Uint8Array> = {}) => {
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    return zipSync({
      'xl/workbook.xml': strToU8(
        `<workbook xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
      ...more,
    });
  };

  const compound = (name: string) =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Array<number>(600).fill(0), ...utf16le(name)]);
  const bomb = () => workbook('', { 'xl/bomb.xml': new Uint8Array(41 * 1024 * 1024) });

  it.each([
    ['nothing', () => new Uint8Array(), 'file_empty'],
    ['blank lines', () => '\n , \n', 'file_empty'],
    ['a head alone', () => 'metric,year,value\n,,\n', 'file_no_rows'],
    ['an open quotation mark', () => 'a,b\n"x,1\ny,2', 'file_quotes'],
    ['201 columns', () => `${'a,'.repeat(200)}a\n${'1,'.repeat(200)}1`, 'file_too_many_columns'],
    ['20,001 rows', () => `a,b\n${'1,2\n'.repeat(20_001)}`, 'file_too_many_rows'],
    ['bytes of no encoding', () => new Uint8Array([0x61, 0x2c, 0xff, 0xff, 0x0a]), 'file_encoding'],
    ['UTF-16 cut short', () => utf16le('a,b').slice(0, -1), 'file_encoding'],
    ['a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'file_not_a_table'],
    [
      'another kind of archive',
      () => zipSync({ 'content.xml': strToU8('<a/>') }),
      'file_not_a_table',
    ],
    ['.xls', () => compound('Workbook'), 'file_old_excel'],
    ['a workbook with a password', () => compound('EncryptedPackage'), 'file_password'],
    ['half a workbook', () => workbook('<row/>').slice(0, 300), 'file_damaged'],
    [
      'a workbook of nonsense',
      () => workbook('<row><c r="A1" t="s"><v>9</v></c></row>'),
      'file_damaged',
    ],
    ['a zip bomb', bomb, 'file_unpacks_too_large'],
    ['cells that never end', () => workbook('<c '.repeat(1e6)), 'file_damaged'],
    [
      'sheets that never end',
      () => workbook('', { 'xl/workbook.xml': strToU8('<sheet '.repeat(1e6)) }),
      'file_damaged',
    ],
    [
      'an attribute that never ends',
      () => workbook('', { 'xl/workbook.xml': strToU8(`<sheet ${'a'.repeat(2e6)}>`) }),
      'file_damaged',
    ],
    [
      'a cell in the last row',
      () => workbook('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
      'file_too_many_rows',
    ],
    [
      'a cell in the last column',
      () => workbook('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
      'file_too_many_columns',
    ],
  ])(
    'refuses %s',
    async (_, content, code) => {
      expect(await refuse(content())).toMatchObject({ status: 422, code });
    },
    30_000,
  );

  it('takes a file of 5 MB and refuses a larger one', async () => {
    const head = 'metric,year,value\n';
    const row = `m,2024,${'1'.repeat(300)}\n`;
    const full = (head + row.repeat(17_000)).padEnd(5 * 1024 * 1024, '\n');
    expect((await inspect(full)).rows).toBe(17_000);
    expect(await refuse(`${full}\n`)).toMatchObject({ status: 413, code: 'too_large' });
    expect(await refuse(full + full)).toMatchObject({ status: 413, code: 'too_large' });
  });

  it('refuses a form without a file', async () => {
    const form = new FormData();
    form.set('file', 'not a file');
    expect(await refusal(editor, inspectPath, form)).toMatchObject({
      status: 400,
      code: 'invalid_request',
    });
  });

  it('is for editors', async () => {
    const viewer = await employ('viewer');
    expect(await refusal(viewer, inspectPath, formOf('a,b\n1,2'))).toMatchObject({ status: 403 });
  });
});
