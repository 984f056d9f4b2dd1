import { possibleShows, possibleTypes } from '$schema/chart-views.ts';
import type { View } from './types.ts';

export { possibleShows, possibleTypes };

/** What a chart of one metric can show; everything else in an address is passed over. */
export type ViewBounds = {
  from: number;
  to: number;
  hasBreakdown: boolean;
  /** Whether the members add up to the total: only then has a member a share of it. */
  additive: boolean;
};

/** A breakdown is shown where there is one; all years; as a chart. */
export function defaultView({ from, to, hasBreakdown }: ViewBounds): View {
  return { by: hasBreakdown ? 'members' : 'total', show: 'value', from, to, view: 'chart' };
}

/**
 * The view an address asks for. What is unknown or impossible falls back to the default, and years the
 * wrong way round are turned; a share is always of the members.
 *
 * @param prefix '' on a metric's page, `agreements-signed.` where several charts share an address
 */
export function readView(params: URLSearchParams, prefix: string, bounds: ViewBounds): View {
  const fallback = defaultView(bounds);
  const read = <T extends string>(key: string, allowed: readonly T[], otherwise: T): T =>
    allowed.find((value) => value === params.get(prefix + key)) ?? otherwise;

  const show = read('show', possibleShows(bounds), fallback.show);
  const by = read('by', bounds.hasBreakdown ? ['total', 'members'] : ['total'], fallback.by);
  const from = readYear(params.get(`${prefix}from`), bounds) ?? fallback.from;
  const to = readYear(params.get(`${prefix}to`), bounds) ?? fallback.to;
  const what = { by: show === 'share' ? 'members' : by, show } as const;
  const [usual, ...types] = possibleTypes(what, bounds);
  const type = read('type', types, usual!);
  return {
    ...what,
    ...(type !== usual && { type }),
    from: Math.min(from, to),
    to: Math.max(from, to),
    view: read('view', ['chart', 'table'], fallback.view),
  };
}

function readYear(text: string | null, { from, to }: ViewBounds): number | null {
  if (text === null || !/^\d{4}$/.test(text)) return null;
  const year = Number(text);
  return year >= from && year <= to ? year : null;
}

/** The pairs of a query string that stand for a view; what is the default is left out. */
export function viewQuery(view: View, bounds: ViewBounds, prefix: string): [string, string][] {
  const fallback = defaultView(bounds);
  const keys = ['by', 'show', 'type', 'from', 'to', 'view'] as const;
  return keys
    .filter((key) => view[key] !== undefined)
    .filter((key) => view[key] !== fallback[key] && !(key === 'by' && view.show === 'share'))
    .map((key) => [prefix + key, String(view[key])]);
}
