const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const PATTERNS = [
  /^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})(?:[ T]0?0:00(?::00)?)?$/,
  /^(?<year>\d{4}) ?年 ?(?<month>\d{1,2}) ?月 ?(?<day>\d{1,2}) ?[日号]?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<day>\d{1,2}) (?<name>[a-z]{3})[a-z]*\.?,? (?<year>\d{4})$/i,
  /^(?<name>[a-z]{3})[a-z]*\.? (?<day>\d{1,2}),? (?<year>\d{4})$/i,
];

/**
 * Reads a day: `2024-08-06`, `2024/8/6`, `2024年8月6日`, `20240806`, `6 August 2024`. What names no day, or could be two
 * (`6/8/2024`), is none.
 * @returns an ISO date; null where it is none
 */
export function readDay(text: string): string | null {
  const plain = text.normalize('NFKC').trim().replace(/\s+/g, ' ');
  for (const pattern of PATTERNS) {
    const found = pattern.exec(plain)?.groups;
    if (!found) continue;
    const name = found['name']?.toLowerCase();
    const month = name === undefined ? Number(found['month']) : MONTHS.indexOf(name) + 1;
    const parts = [month, Number(found['day'])].map((part) => String(part).padStart(2, '0'));
    const day = [found['year'], ...parts].join('-');
    const time = Date.parse(`${day}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null;
  }
  return null;
}

/** Reads one year: `2024`, `２０２４`, `2024年`. @returns null where it is none, such as 2014/15 */
export function readOneYear(text: string): number | null {
  const found = /^(\d{4}) ?(?:年度?)?$/.exec(text.normalize('NFKC').trim());
  return found ? Number(found[1]) : null;
}
