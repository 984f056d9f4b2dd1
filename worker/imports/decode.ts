import type { Inspection } from '../../schema/staff/imports.ts';
import { refuseFile } from './refuse.ts';

export type Encoding = NonNullable<Inspection['encoding']>;

const decode = (bytes: Uint8Array, encoding: Encoding): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
};

/** Private-use and unassigned signs: what other encodings turn into when they are read as GB18030. */
const NONSENSE = /[\p{Co}\p{Cn}]/u;

/**
 * The text of a file, and the encoding it was read in: the one that a byte order mark names; else UTF-8 where every
 * byte fits, else GB18030. The text has no byte order mark.
 * @throws AppError 422 `file_encoding`, `file_not_a_table`
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    const text = bytes.length % 2 === 0 ? decode(bytes, 'utf-16le') : null;
    if (text === null) throw refuseFile('file_encoding');
    return { text, encoding: 'utf-16le' };
  }
  // No table of text holds a zero byte; UTF-16 without a mark and every binary file do.
  if (bytes.includes(0)) throw refuseFile('file_not_a_table');
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const gb = decode(bytes, 'gb18030');
  if (gb === null || NONSENSE.test(gb)) throw refuseFile('file_encoding');
  return { text: gb, encoding: 'gb18030' };
}
