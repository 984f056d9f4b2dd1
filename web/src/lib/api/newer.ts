import { viewQuery } from '$lib/chart/view.ts';
import type { Chart } from './charts.ts';
import { address, type Reading } from './reading.ts';

/**
 * Where the API answers whether the figures of a frozen view have changed since release `n`. A view that does not
 * end in a year of its own goes on: years after it count as newer.
 */
export function newerAddress(
  { metric, view, bounds }: Pick<Chart, 'metric' | 'view' | 'bounds'>,
  n: number,
  { sample }: Pick<Reading, 'sample'>,
): string {
  const compared = viewQuery(view, bounds, '').filter(([key]) => key !== 'view' && key !== 'type');
  return address(`/api/v1/metrics/${metric}/newer`, Object.fromEntries(compared), {
    release: n,
    sample,
  });
}
