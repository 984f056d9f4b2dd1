import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { importLimits } from '../../schema/staff/imports.ts';
import { refuseFile } from './refuse.ts';

/** Bytes that the parts of a workbook may take once unpacked: a table of 20,000 rows takes a quarter of it. */
const UNPACKED = 40 * 1024 * 1024;

/** A workbook made safe to read: stored without compression, with the one sheet that is asked for. */
export interface Workbook {
  zip: ArrayBuffer;
  sheets: string[];
  sheet: string;
}

/**
 * Unpacks a workbook within limits and packs what is needed of it again. The library that reads it would start threads
 * for large parts, which this runtime has not; would fill all rows and columns up to the last one named; and would take
 * errors of formulas for empty cells.
 * @throws AppError 422
 */
export function unpackWorkbook(bytes: Uint8Array, asked: string | null): Workbook {
  const parts = unpack(bytes);
  const workbook = parts['xl/workbook.xml'];
  const relations = parts['xl/_rels/workbook.xml.rels'];
  if (!workbook || !relations) throw refuseFile('file_not_a_table');
  const sheets = tagsOf(strFromU8(workbook), 'sheet').flatMap(({ name, id }) =>
    name !== undefined && id !== undefined ? [{ name, id }] : [],
  );
  const names = sheets.map(({ name }) => name);
  const chosen = asked === null ? sheets[0] : sheets.find(({ name }) => name === asked);
  if (!chosen) {
    throw asked === null
      ? refuseFile('file_damaged')
      : refuseFile('sheet_unknown', `Its sheets: ${names.join(', ')}.`);
  }
  const targets = new Map(
    tagsOf(strFromU8(relations), 'Relationship').map(({ Id, Target }) => [Id, Target] as const),
  );
  const path = `xl/${targets.get(chosen.id) ?? ''}`.replace(/^xl\/\/?(?:xl\/)?/, 'xl/');
  const sheet = parts[path];
  if (!sheet) throw refuseFile('file_damaged');
  const others = Object.entries(parts).filter(([name]) => !name.startsWith('xl/worksheets/'));
  const kept = { ...Object.fromEntries(others), [path]: strToU8(tidySheet(strFromU8(sheet))) };
  if (Object.values(kept).some((part) => neverEnds(strFromU8(part)))) {
    throw refuseFile('file_damaged');
  }
  return { zip: zipSync(kept, { level: 0 }).slice().buffer, sheets: names, sheet: chosen.name };
}

/** Whether a tag has no end: the library that reads the part would look for it from each tag anew. */
const neverEnds = (xml: string): boolean => {
  const [first, ...others] = xml.split('<![CDATA[');
  return [first!, ...others.map((piece) => piece.slice(piece.indexOf(']]>')))].some((piece) =>
    /<[^<>]*(?:<|$)/.test(piece),
  );
};

function unpack(bytes: Uint8Array): Unzipped {
  let size = 0;
  try {
    return unzipSync(bytes, {
      // Called before a part is unpacked; what it declares is also the most that it can come to.
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/.test(name)) return false;
        size += originalSize;
        if (size > UNPACKED) throw refuseFile('file_unpacks_too_large');
        return true;
      },
    });
  } catch (error) {
    throw size > UNPACKED ? error : refuseFile('file_damaged');
  }
}

/**
 * Attributes of every tag of this name, without the prefixes of their namespaces. No pattern here may look beyond the
 * tag or the word that it began in: a part of 40 MB that never ends one would be read again from each of its places.
 */
function tagsOf(xml: string, tag: string): Record<string, string>[] {
  const tags = xml.matchAll(new RegExp(`<(?:\\w+:)?${tag}\\s([^<>]*)>`, 'g'));
  return [...tags].map(([, inside]) =>
    Object.fromEntries(
      [...inside!.matchAll(/\b(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
        ([, name, double, single]) => [name, unescapeXml(double ?? single ?? '')],
      ),
    ),
  );
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const unescapeXml = (text: string) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    const code = hex ? parseInt(hex as string, 16) : Number(decimal);
    if (name) return entities.get(name as string) ?? all;
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });

/** Takes out cells and rows that hold nothing, turns errors into texts, and refuses what stands too far out. */
function tidySheet(xml: string): string {
  const tidy = xml
    .replace(/<(?:\w+:)?(?:c|row)\b[^<>]*\/>/g, '')
    .replace(/(<(?:\w+:)?c\b[^<>]*\bt=)(["'])e\2/g, '$1$2str$2');
  for (const [, row] of tidy.matchAll(/<(?:\w+:)?row\b[^<>]*\br=["'](\d+)/g)) {
    if (Number(row) > 2 * importLimits.rows) throw refuseFile('file_too_many_rows');
  }
  for (const [, column] of tidy.matchAll(/<(?:\w+:)?c\b[^<>]*\br=["']([A-Za-z]+)/g)) {
    if (placeOf(column!) > 2 * importLimits.columns) throw refuseFile('file_too_many_columns');
  }
  return tidy;
}

/** Place of a column from its letters: A is 1, AA is 27. */
const placeOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
