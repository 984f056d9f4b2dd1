/** UTF-8 byte order mark: without it Excel and WPS read Chinese as Latin. */
export const BOM = '\uFEFF';

/**
 * What a spreadsheet takes for the start of a formula, behind any number of apostrophes: so that what was escaped can
 * be told from what began with one. Papaparse's own pattern passes over texts of several lines.
 */
export const FORMULA = /^'*[=+\-@\t\r]/;
const ESCAPED = /^'+[=+\-@\t\r]/;

/** Puts an apostrophe before a text that a spreadsheet would run as a formula, or that looks escaped already. */
export const escapeFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text before {@link escapeFormula}. */
export const unescapeFormula = (text: string): string =>
  ESCAPED.test(text) ? text.slice(1) : text;
