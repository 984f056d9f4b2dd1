import { numberToSymbols, readSymbols, symbolsToNumber, writeSymbols } from './symbols.ts';
import { numberToView, viewToNumber, type CodedView } from './view.ts';

/** What a code names: the figures of one release in one view. */
export interface Coded {
  release: number;
  view: CodedView;
  /** 24 bits that tell these figures from others; see {@link fingerprint}. */
  fingerprint: number;
}

/** Bits: the form of the code, the release, the view, the fingerprint. With the seal twice as many. */
const FORM = 0n;
const RELEASE_BITS = 14n;
const VIEW_BITS = 20n;
const FINGERPRINT_BITS = 24n;
/** Symbols of what is said, and again of the seal: 60 bits each. */
const HALF = 12;
const GROUP = 4;

const bytes = (text: string) => new TextEncoder().encode(text);

/** HMAC-SHA-256 under the secret. `purpose` keeps its uses apart: what seals one thing never seals another. */
async function keyed(secret: string, purpose: string, text: string): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytes(secret), algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes(`${purpose}\n${text}`)));
}

/** The first 60 bits of the seal of what a code says, as symbols. */
async function seal(secret: string, said: readonly number[]): Promise<number[]> {
  const sum = await keyed(secret, 'yearbook code 1', writeSymbols(said));
  const high = sum.slice(0, 8).reduce((number, byte) => (number << 8n) | BigInt(byte), 0n) >> 4n;
  return numberToSymbols(high, HALF);
}

/**
 * 24 bits of a text that stands for figures. Keyed, so that nobody can try guesses of figures against a code.
 */
export async function fingerprint(secret: string, text: string): Promise<number> {
  const [a, b, c] = await keyed(secret, 'yearbook figures 1', text);
  return (a! << 16) | (b! << 8) | c!;
}

/** The code as it is printed, in groups: `0G5R-…`. Null where it has no room for the release or the years. */
export async function writeCode(secret: string, coded: Coded): Promise<string | null> {
  const view = viewToNumber(coded.view);
  if (view === null || coded.release < 1 || coded.release >= 2 ** Number(RELEASE_BITS)) return null;
  let number = (FORM << RELEASE_BITS) | BigInt(coded.release);
  number = (number << VIEW_BITS) | BigInt(view);
  number = (number << FINGERPRINT_BITS) | BigInt(coded.fingerprint);
  const said = numberToSymbols(number, HALF);
  return groupCode(writeSymbols([...said, ...(await seal(secret, said))]));
}

/**
 * What a code says, if this key sealed it; null for any other text, whatever is wrong with it. The seal is compared
 * in whole before anything else is looked at.
 */
export async function readCode(secret: string, text: string): Promise<Coded | null> {
  const symbols = readSymbols(text.slice(0, 100));
  if (symbols?.length !== 2 * HALF) return null;
  const said = symbols.slice(0, HALF);
  const right = await seal(secret, said);
  const differences = right.reduce((sum, value, i) => sum | (value ^ symbols[HALF + i]!), 0);
  if (differences !== 0) return null;

  const number = symbolsToNumber(said);
  const take = (bits: bigint, after: bigint) => Number((number >> after) & ((1n << bits) - 1n));
  const view = numberToView(take(VIEW_BITS, FINGERPRINT_BITS));
  const form = number >> (RELEASE_BITS + VIEW_BITS + FINGERPRINT_BITS);
  if (form !== FORM || view === null) return null;
  return {
    release: take(RELEASE_BITS, VIEW_BITS + FINGERPRINT_BITS),
    view,
    fingerprint: take(FINGERPRINT_BITS, 0n),
  };
}

/** The symbols of a code in groups, as a person reads them. */
export const groupCode = (symbols: string): string =>
  symbols.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? '';

/** A code as addresses have it: without the hyphens, and short whatever was typed. */
export const plainCode = (text: string): string => {
  const symbols = readSymbols(text.slice(0, 100));
  return symbols ? writeSymbols(symbols) : text.trim().slice(0, 100).toWellFormed();
};
