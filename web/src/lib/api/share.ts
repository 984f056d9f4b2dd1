import { error } from '@sveltejs/kit';
import { readChoices, type Choices } from '$lib/share/choices.ts';
import type { Refusal } from '$lib/chart/files/problem.ts';
import type { ReadChart } from '$lib/embed/request.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import * as m from '$messages';
import type { FoundChart } from './chart-files.ts';
import { localeOf } from './locale.ts';
import { fail } from './problem.ts';
import { address, readReading } from './reading.ts';

/** A chart that a reader wants to take away, and how it is to look. */
export interface ToShare extends FoundChart {
  choices: Choices;
}

const viewKeys = ['by', 'show', 'type', 'from', 'to'] as const;

/**
 * Reads the chart that the page of sharing is about, in the language and at the release that were chosen. A view that
 * its metric cannot show ends the load: its addresses would be refused as well.
 */
export async function readShare(
  read: ReadChart,
  { fetch, url }: { fetch: typeof globalThis.fetch; url: URL },
): Promise<ToShare> {
  const locale = localeOf(url.pathname);
  const params = url.searchParams;
  const choices = readChoices(params, locale);
  const view = Object.fromEntries(viewKeys.map((key) => [key, params.get(key)]));
  const look = { lang: choices.language, verify: choices.verified ? null : 'hide' };
  const found = await read({
    fetch,
    url: new URL(address('', view, readReading(params), look), url.origin),
  });
  if ('refusal' in found) refuse(found.refusal, locale);
  return { ...found, choices };
}

function refuse(refusal: Refusal, locale: Locale): never {
  if (!('faults' in refusal)) fail(refusal, locale);
  error(400, { message: m.problem_bad_request({}, { locale }), code: 'invalid_request' });
}
