/** The blocks of rare hanzi that the fonts know: extension A, the unified ones, compatibility, extensions B to H. */
const rare = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

/** Code points of one slice: a font file of up to 0.8 MB. */
const SLICE = 0x800;

/** The slice of a font that has a hanzi beyond the common ones; null for what can be in none. */
export function sliceOf(code: number): string | null {
  if (!rare.test(String.fromCodePoint(code))) return null;
  // The few beyond the basic plane share one.
  return code > 0xffff ? 'beyond' : Math.floor(code / SLICE).toString(16);
}
