import { hc, type ClientResponse } from 'hono/client';
import type { Api } from '../../../../worker/app.ts';
import type { Problem } from '$schema/answers.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import { fail } from './problem.ts';

interface Loading {
  fetch: typeof fetch;
  url: URL;
}

/** The API as a typed client. Inside the Worker the call stays in the process (see `handleFetch`). */
export const api = ({ fetch, url }: Loading) => hc<Api>(url.origin, { fetch }).api.v1;

/** The body of an answer; a problem ends the load with an error page in the reader's language. */
export async function take<T>(
  answer: Promise<ClientResponse<T, number, 'json'>>,
  locale: Locale,
): Promise<T> {
  const response = await answer;
  if (response.ok) return (await response.json()) as T;
  fail((await response.json()) as Problem, locale);
}
