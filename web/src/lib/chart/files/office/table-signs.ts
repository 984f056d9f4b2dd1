import type { Locale } from '$lib/words/locale.ts';
import { markSign } from '$lib/words/marks.ts';
import type { TableCell } from '../../types.ts';
import { inValue } from '../xlsx.ts';

/** Signs behind a value, on one line: those of its marks, then the numbers of its footnotes. */
export const signsOf = ({ marks, footnotes }: TableCell, locale: Locale): string =>
  [
    ...marks.filter((mark) => !inValue.includes(mark)).map((mark) => markSign(mark, locale)),
    ...footnotes,
  ].join('\u00a0');
