/**
 * The rows and cells of a block as Excel and WPS put it on the clipboard: tabs between cells; a cell that holds a tab,
 * a line end or a quote stands in quotes. Any line end; the one after the last row is not a row.
 */
export function readGrid(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
  const plain = /()([^\t\r\n]*)(\t|\r\n|\r|\n|$)/y;
  let row: string[] = [];
  for (let at = 0; at < text.length || row.length > 0;) {
    cell.lastIndex = plain.lastIndex = at;
    // A quote that is not closed before the next tab or line end is a sign like any other.
    const found = cell.exec(text) ?? plain.exec(text)!;
    row.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim());
    at += found[0].length;
    if (found[3] === '\t') {
      if (at < text.length) continue;
      row.push('');
    }
    rows.push(row);
    row = [];
    if (at >= text.length) break;
  }
  return rows;
}
