import type { Verification } from '$lib/chart/files/chart-file.ts';

/** The address to type a code at, without what every browser adds. */
export const typedAddress = ({ url }: Pick<Verification, 'url'>): string =>
  url.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, '');

/** The groups of a code on two lines. */
export function codeLines({ code }: Pick<Verification, 'code'>): [string, string] {
  const groups = code.split('-');
  const middle = Math.ceil(groups.length / 2);
  return [groups.slice(0, middle).join('-'), groups.slice(middle).join('-')];
}
