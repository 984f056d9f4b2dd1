import type { Qualifier } from '../vocabulary.ts';

/** What a text in the place of a number says. */
export type ReadNumber =
  | { kind: 'value'; value: number; qualifier: Qualifier }
  /** Nothing stands there. */
  | { kind: 'blank' }
  /** It says that the figure is not known. */
  | { kind: 'missing' }
  | { kind: 'unreadable' };

/** Signs for "not known". Not "…": in Chinese yearbooks it is a number too small to print. */
const MISSING =
  /^(?:[-–—―]|--|——|\.\.|n\/?a|not (?:reported|available|known)|no data|unknown|未公布|未报告|未上报|未统计|暂无(?:数据)?|无数据|不详|缺失?)$/;

const AT_LEAST_BEFORE = '≥|≧|⩾|>=?|不少于|不低于|至少|逾|超过|超|at least|more than|over';
const AT_LEAST_AFTER = '\\+|有余|余|多|以上|or more';
const ABOUT_BEFORE = '~|∼|≈|大约|约|近|about|approximately|approx\\.?|around|circa|ca?\\.';
const ABOUT_AFTER = '左右|上下';

/** Powers of ten. */
const SCALES: Record<string, number> = {
  千: 3,
  thousand: 3,
  万: 4,
  萬: 4,
  百万: 6,
  million: 6,
  千万: 7,
  亿: 8,
  億: 8,
  billion: 9,
  万亿: 12,
  萬億: 12,
};

/** Thousands parted by one and the same sign into whole groups of three, or not parted. */
const DIGITS = "(?:[1-9]\\d{0,2}(?<sign>[, '])\\d{3}(?:\\k<sign>\\d{3})*|\\d+)(?:\\.\\d+)?|\\.\\d+";
const AFTER = `${AT_LEAST_AFTER}|${ABOUT_AFTER}`;
const NUMBER = new RegExp(
  [
    `^(?<before>${AT_LEAST_BEFORE}|${ABOUT_BEFORE})?`,
    `(?<minus>[-+])?(?<digits>${DIGITS})`,
    `(?<inner>${AFTER})?`,
    `(?<scale>${Object.keys(SCALES).join('|')})?`,
    `(?<after>${AFTER})?$`,
  ].join(' ?'),
);
const ABOUT = new RegExp(`^(?:${ABOUT_BEFORE}|${ABOUT_AFTER})$`);

/**
 * Reads a number as people write it in Chinese and English tables. Full-width signs count as their ASCII selves.
 * The point is always the decimal sign; comma, space and apostrophe only part whole groups of three, so `1,23`,
 * `0,123`, `1.234.567` and `1,234 567` are unreadable rather than guessed. Percentages, ranges, formulas, units and
 * exponents are unreadable. Strictly more ("逾5", ">5") is kept as "at least". Negative numbers are values.
 */
export function readNumber(text: string): ReadNumber {
  const plain = toPlain(text);
  if (plain === '') return { kind: 'blank' };
  if (MISSING.test(plain)) return { kind: 'missing' };
  const parts = NUMBER.exec(plain)?.groups;
  if (!parts) return { kind: 'unreadable' };
  const said = [parts['before'], parts['inner'], parts['after']]
    .filter((words) => words !== undefined)
    .map((words): Qualifier => (ABOUT.test(words) ? 'about' : 'at_least'));
  const power = parts['scale'] ? SCALES[parts['scale']]! : 0;
  // Shifts the point in the text: 2.3 × 10⁸ in floating point is not 230,000,000.
  const size = Number(`${parts['digits']!.replace(/[, ']/g, '')}e${power}`);
  if (new Set(said).size > 1 || !Number.isFinite(size)) return { kind: 'unreadable' };
  const value = parts['minus'] === '-' && size !== 0 ? -size : size;
  return { kind: 'value', value, qualifier: said[0] ?? 'exact' };
}

/** Small letters; ASCII for full-width signs; one kind of space, minus and apostrophe; no invisible signs. */
function toPlain(text: string): string {
  return text
    .replace(/[\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u00A0\u2007\u2009\u202F\u3000]/g, ' ')
    .replace(/[−﹣]/g, '-')
    .replace(/[’‘]/g, "'")
    .trim()
    .toLowerCase();
}
