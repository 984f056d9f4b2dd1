import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A text, a number, a number with its number format, or nothing. Texts are never formulas. */
export type Cell = string | number | null | { value: number; format: string };

export interface Sheet {
  name: string;
  rows: Cell[][];
  /** Of the columns, in characters. */
  widths: number[];
  /** Row that is bold and, with all above it, stays in view; counted from 1. None where 0. */
  head: number;
  /** How many columns stay in view at the side; none when left out. */
  side?: number;
  /** Whether long texts go on below in their cell. */
  wraps?: boolean;
}

/** Signs that XML 1.0 has no way to hold are left out. */
const escapeXml = (text: string) =>
  text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
    .replace(/[&<>"\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** `_x0041_` would be read as the sign with that code. */
const escapeText = (text: string) => escapeXml(text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_'));

/** A for 0, AA for 26. */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

function writeSheet(sheet: Sheet, formats: string[]): string {
  const { rows, widths, head, side = 0, wraps } = sheet;
  const cell = (value: Cell, at: string, row: number): string => {
    if (value === null || value === '') return '';
    if (typeof value === 'object')
      return `<c r="${at}" s="${3 + formats.indexOf(value.format)}"><v>${value.value}</v></c>`;
    const style = row === head ? ' s="1"' : wraps ? ' s="2"' : '';
    if (typeof value === 'number') return `<c r="${at}"${style}><v>${value}</v></c>`;
    return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`;
  };
  const data = rows.map((cells, i) => {
    const written = cells.map((value, column) =>
      cell(value, `${lettersOf(column)}${i + 1}`, i + 1),
    );
    return `<row r="${i + 1}">${written.join('')}</row>`;
  });
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane =
    head && side
      ? `<pane xSplit="${side}" ySplit="${head}" topLeftCell="${lettersOf(side)}${head + 1}" activePane="bottomRight" state="frozen"/>`
      : head
        ? `<pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/>`
        : '';
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${data.join('')}</sheetData></worksheet>`;
}

/** Style 1: bold; 2: wrapped; from 3 on one for each number format. */
function writeStyles(formats: string[]): string {
  const numbers = formats.map(
    (code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escapeXml(code)}"/>`,
  );
  const list = numbers.length
    ? `<numFmts count="${numbers.length}">${numbers.join('')}</numFmts>`
    : '';
  const cells = formats.map(
    (_, i) =>
      `<xf numFmtId="${164 + i}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const plain = 'numFmtId="0" fillId="0" borderId="0" xfId="0"';
  return `<styleSheet xmlns="${MAIN}">${list}<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${3 + formats.length}"><xf ${plain} fontId="0"/><xf ${plain} fontId="1" applyFont="1"/><xf ${plain} fontId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>${cells.join('')}</cellXfs></styleSheet>`;
}

/**
 * Writes sheets as a workbook (.xlsx). (The library at hand packs parts over 160 kB in threads, which Workers have
 * not.)
 */
export function writeWorkbook(sheets: Sheet[]): Uint8Array<ArrayBuffer> {
  const cells = sheets.flatMap(({ rows }) => rows.flat());
  const formats = [
    ...new Set(cells.flatMap((cell) => (cell && typeof cell === 'object' ? cell.format : []))),
  ];
  const path = (i: number) => `worksheets/sheet${i + 1}.xml`;
  const each = (write: (sheet: Sheet, i: number) => string) => sheets.map(write).join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${each((_, i) => `<Override PartName="/xl/${path(i)}" ContentType="${TYPES}.worksheet+xml"/>`)}<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each(({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${each((_, i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="${path(i)}"/>`)}<Relationship Id="rId0" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': writeStyles(formats),
  };
  sheets.forEach((sheet, i) => (parts[`xl/${path(i)}`] = writeSheet(sheet, formats)));
  const packed = Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)] as const);
  // A fixed date: the same chart is the same file.
  return new Uint8Array(zipSync(Object.fromEntries(packed), { mtime: new Date(1980, 0, 1) }));
}
