/** What a spreadsheet takes for the start of a formula, behind any number of apostrophes. */
const FORMULA = /^'*[=+\-@\t\r]/;
const ESCAPED = /^'+[=+\-@\t\r]/;

/** Puts an apostrophe before a text that a spreadsheet would run as a formula, or that looks escaped already. */
export const escapeFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text before {@link escapeFormula}. */
export const unescapeFormula = (text: string): string =>
  ESCAPED.test(text) ? text.slice(1) : text;
