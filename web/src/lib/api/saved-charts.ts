import type { Problem } from '$schema/answers.ts';
import type { Refusal } from '$lib/chart/files/problem.ts';
import type { SavedChart } from '$schema/saved-charts.ts';
import { readChartFile, type FoundChart } from './chart-files.ts';
import { api, asPart } from './client.ts';

type Asked = { fetch: typeof globalThis.fetch; url: URL };

/** What is saved under a short name, or why nothing is. */
async function readSaved(name: string, asked: Asked): Promise<SavedChart | { refusal: Refusal }> {
  const answer = await api(asked).charts[':name'].$get({
    param: { name: asPart(name) },
    query: {},
  });
  return answer.status === 200
    ? await answer.json()
    : { refusal: (await answer.json()) as Problem };
}

/** The chart that is saved under a short name, for outside the pages, or why there is none. */
export async function readSavedFile(
  name: string,
  asked: Asked,
): Promise<FoundChart | { refusal: Refusal }> {
  const saved = await readSaved(name, asked);
  return 'refusal' in saved ? saved : readChartFile(saved.metric, asked, saved);
}
