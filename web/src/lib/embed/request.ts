import { error } from '@sveltejs/kit';
import type { FoundChart } from '$lib/api/chart-files.ts';
import { linesOf, type Refusal } from '$lib/chart/files/problem.ts';
import { expectOneOf, type Fault } from '$lib/chart/files/request.ts';
import { asLocale } from '$lib/words/locale.ts';
import * as m from '$messages';
import { themes } from './theme.ts';

/** Where a chart is read from: a metric's, or one that the staff have named. */
export type ReadChart = (asked: Asked) => Promise<FoundChart | { refusal: Refusal }>;
interface Asked {
  fetch: typeof globalThis.fetch;
  url: URL;
}

/** What a frame shows: a chart, and how its address asks for it. */
export interface Framed extends FoundChart {
  /** Whether the title is shown; it names the chart in any case. */
  titled: boolean;
}

/** The address without what only a frame takes, to be read as that of a file. */
export function withoutFrame(url: URL): URL {
  const rest = new URL(url);
  rest.searchParams.delete('theme');
  return rest;
}

/** What is wrong with what only a frame takes. */
function findFrameFaults(params: URLSearchParams): Fault[] {
  const given = params.getAll('theme');
  const isKnown = (themes as readonly string[]).includes(given[0] ?? 'auto');
  return given.length < 2 && isKnown ? [] : [{ field: 'theme', expected: expectOneOf(themes) }];
}

/**
 * The chart of a frame, as strict as a file: what the address gets wrong ends the load with a page that says so, as
 * it was pasted by somebody who is to see it.
 */
export async function readFramed(read: ReadChart, { fetch, url }: Asked): Promise<Framed> {
  const faults = findFrameFaults(url.searchParams);
  const found = faults.length
    ? { refusal: { faults } }
    : await read({ fetch, url: withoutFrame(url) });
  if ('refusal' in found) refuse(found.refusal, url);
  const titled = url.searchParams.get('title') !== 'hide';
  return { ...found, titled };
}

function refuse(refusal: Refusal, url: URL): never {
  const locale = asLocale(url.searchParams.get('lang'));
  const status = 'faults' in refusal ? 400 : refusal.status;
  error(status < 500 ? status : 502, {
    message: m.chart_file_problem({}, { locale }),
    lines: linesOf(refusal, locale),
  });
}
