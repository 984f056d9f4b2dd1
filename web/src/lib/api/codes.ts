import type { api } from './client.ts';
import type { Verification } from '$lib/chart/files/chart-file.ts';
import type { View } from '$lib/chart/types.ts';

interface Shown {
  metric: string;
  view: View;
  /** The release that was read. */
  release: { n: number };
  sample?: 'include' | 'exclude' | undefined;
}

/** The page that says what a code stands for: short, since it is in the squares that a phone reads. */
const verifyAddress = (origin: string, code: string): string =>
  `${origin}/v/${code.replaceAll('-', '')}`;

/** The code of a chart; null where none can be issued. */
export async function askForCode(
  client: ReturnType<typeof api>,
  origin: string,
  { metric, view: { by, show, type, from, to }, release, sample }: Shown,
): Promise<Verification | null> {
  const years = { from: String(from), to: String(to) };
  const query = { by, show, type, ...years, release: String(release.n), sample };
  const answer = await client.metrics[':id'].code.$get({ param: { id: metric }, query });
  if (answer.status !== 200) return null;
  const { code } = await answer.json();
  return verificationOf(origin, code);
}

/** A code as it is printed, with the address that it leads to; null where none was issued. */
export const verificationOf = (origin: string, code: string | null): Verification | null =>
  code === null ? null : { code, url: verifyAddress(origin, code) };
