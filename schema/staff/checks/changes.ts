import type { Qualifier } from '../../vocabulary.ts';
import { roundTo } from './effective.ts';

type Stated = { value: number | null; qualifier: Qualifier } | null;

/**
 * After less before, in units and as a percentage of before. Null where it cannot be said: either is not known or a
 * lower bound, the series breaks between them, or (the percentage) before is 0.
 */
export function describeChange(
  before: Stated,
  after: Stated,
  { decimals, breaks = false }: { decimals: number; breaks?: boolean },
): { change: number | null; changePercent: number | null } {
  const from = pointOf(before);
  const to = pointOf(after);
  if (breaks || from === null || to === null) return { change: null, changePercent: null };
  return {
    change: roundTo(to - from, decimals),
    // To a millionth of a per cent: the display is what rounds, once.
    changePercent: from > 0 ? roundTo(((to - from) / from) * 100, 6) : null,
  };
}

const pointOf = (stated: Stated): number | null =>
  stated === null || stated.qualifier === 'at_least' ? null : stated.value;
