import type { Problem } from '$schema/answers.ts';
import type { CatalogueContents } from '$schema/staff/catalogue.ts';
import type { DraftCell } from '$schema/staff/cells.ts';
import type { Refusal } from '$schema/staff/words.ts';
import { hear, staffApi } from '../client.ts';
import type { Outgoing, Reply } from './autosave.ts';

type Place = Parameters<typeof staffApi>[0];

/** What the problems of a return tell beside their words. */
interface Told {
  conflicts: DraftCell[];
  cells: { metric: string; member: string; refusal: Refusal; detail: string }[];
}

/** The calls that the page of a return makes. None of them throws. */
export function returnServer(place: Place, year: number) {
  const api = staffApi(place);
  const one = api.returns[':year'];
  const param = { year: String(year) };
  return {
    read: () => hear(one.$get({ param })),
    list: () => hear(api.returns.$get()),
    start: () => hear(api.returns.$post({ json: { year } })),
    submit: () => hear(one.submit.$post({ param })),
    async save(cells: Outgoing[]): Promise<Reply> {
      const named = cells.map(({ key, ...rest }) => {
        const [metric = '', member = ''] = key.split('~');
        return { metric, member, ...rest };
      });
      const outcome = await hear<Awaited<ReturnType<typeof one.cells.$put>>, Told>(
        one.cells.$put({ param, json: { cells: named } }),
      );
      return outcome.ok ? { kind: 'saved', cells: outcome.body.cells } : replyOf(outcome.problem);
    },
    addSource: (key: string, content: CatalogueContents['source']) =>
      hear(api.sources[':key'].$put({ param: { key }, json: { version: 0, content } })),
  };
}

export type ReturnServer = ReturnType<typeof returnServer>;

function replyOf(problem: (Problem & Partial<Told>) | null): Reply {
  // Too many requests, and others writing at the same time, pass by themselves like a failure.
  if (!problem || !(problem.status < 500) || problem.status === 429) return { kind: 'unheard' };
  if (problem.conflicts?.length) return { kind: 'conflict', cells: problem.conflicts };
  if (problem.code === 'refused' && problem.cells?.length)
    return { kind: 'refused', cells: problem.cells };
  return { kind: 'stopped', code: problem.code, detail: problem.detail };
}
