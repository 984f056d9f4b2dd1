import { hc } from 'hono/client';
import type { Problem } from '$schema/answers.ts';
import type { StaffApi } from '../../../../worker/staff-app.ts';

/** The staff's half of the API as a typed client: in the Worker in process, in the browser over HTTP. */
export const staffApi = ({ fetch, url }: { fetch: typeof globalThis.fetch; url: URL }) =>
  hc<StaffApi>(url.origin, { fetch }).api.v1.staff;

interface Answer {
  ok: boolean;
  status: number;
  json(): Promise<unknown>;
}

type Body<A extends Answer> = A extends { status: 200; json(): Promise<infer T> } ? T : never;

/** What became of a call: its answer, a problem that the server told, or nothing heard (`problem` null). */
export type Outcome<T, X = object> =
  { ok: true; body: T } | { ok: false; problem: (Problem & Partial<X>) | null };

/** Waits for an answer. Never throws: a server that cannot be reached, or talks nonsense, is an outcome too. */
export async function hear<A extends Answer, X = object>(
  answer: Promise<A>,
): Promise<Outcome<Body<A>, X>> {
  try {
    const response = await answer;
    const body = await response.json();
    if (response.ok) return { ok: true, body: body as Body<A> };
    return { ok: false, problem: body as Problem & Partial<X> };
  } catch {
    return { ok: false, problem: null };
  }
}
