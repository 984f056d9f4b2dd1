import { hc } from 'hono/client';
import type { Problem } from '$schema/answers.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import type { Api } from '../../../../worker/app.ts';
import { fail } from './problem.ts';

/** The API as a typed client. Inside the Worker a call stays in the process (see `handleFetch`). */
export const api = ({ fetch, url }: { fetch: typeof globalThis.fetch; url: URL }) =>
  hc<Api>(url.origin, { fetch }).api.v1;

/** A part of a path as an address has it: the client puts it there as it is, also one that would lead elsewhere. */
export const asPart = (text: string): string => encodeURIComponent(text.toWellFormed());

interface Answer {
  ok: boolean;
  status: number;
  json(): Promise<unknown>;
}

/** What an answer holds when all is well. */
export type Body<A extends Answer> = A extends { status: 200; json(): Promise<infer T> }
  ? T
  : never;

/** The body of an answer; a problem ends the load with an error page in the reader's language. */
export async function take<A extends Answer>(answer: Promise<A>, locale: Locale): Promise<Body<A>> {
  const response = await answer;
  const body = await response.json();
  if (!response.ok) fail(body as Problem, locale);
  return body as Body<A>;
}
