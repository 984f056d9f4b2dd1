import type { Mapping } from '../../schema/staff/imports.ts';

type YearRule = Mapping['yearRule'];

const EARLIEST = 1900;
const LATEST = 2200;

/**
 * Reads a year: `2024`, `２０２４`, `2024年`, `2024年度`, `FY2014` (the year it names); and years that stretch over two,
 * `2014/15`, `2014-2015`, `2014–15学年`, `FY2014/15`, which the rule gives to the one in which they begin or end.
 * @returns null where it is none of these, such as `2014/05`, a date, or two years that do not follow each other
 */
export function readYear(text: string, rule: YearRule): number | null {
  const plain = text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]/g, '');
  const single = /^(?:FY)?(\d{4})(?:年度?)?$/i.exec(plain);
  const double = /^(?:FY)?(\d{4})年?[-/–—~至](\d{4}|\d{2})(?:年度?|学年度?)?$/i.exec(plain);
  const begins = Number((single ?? double)?.[1]);
  if (!(begins >= EARLIEST && begins < LATEST)) return null;
  if (!double) return begins;
  const ends = begins + 1;
  const says = double[2]!;
  if (says !== String(ends) && says !== String(ends).slice(2)) return null;
  return rule === 'begins' ? begins : ends;
}
