/** Crockford's base 32: no I, L, O or U, so that a person can read a code aloud and type it. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number of 5 bits for each symbol, the first one highest. */
export const writeSymbols = (values: readonly number[]): string =>
  values.map((value) => alphabet[value]).join('');

/**
 * The symbols of a text that someone may have typed: in any case, with whatever spaces and hyphens, full-width, and
 * with O for 0 and I or L for 1. Null: something else is in it.
 */
export function readSymbols(text: string): number[] | null {
  const typed = text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\u2212]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const values = [...typed].map((symbol) => alphabet.indexOf(symbol));
  return values.includes(-1) ? null : values;
}

/** A whole number below 2^(5 × length) as that many symbols. */
export function numberToSymbols(number: bigint, length: number): number[] {
  const values: number[] = [];
  for (let rest = number; values.length < length; rest >>= 5n) values.unshift(Number(rest & 31n));
  return values;
}

export const symbolsToNumber = (values: readonly number[]): bigint =>
  values.reduce((number, value) => (number << 5n) | BigInt(value), 0n);
