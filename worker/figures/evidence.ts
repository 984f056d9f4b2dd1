import type { Point } from '../../schema/answers.ts';
import type { EvidenceRelation } from '../../schema/register/words.ts';

/**
 * How a figure stands to what the register holds of the same, and by how much the two differ, in the metric's unit. A
 * sample figure is compared with nothing.
 */
export function compareWithRegister(
  figure: Pick<Point, 'value' | 'sample'> | null,
  counted: number,
): { relation: EvidenceRelation; difference: number | null } {
  if (figure?.sample) return { relation: 'sample', difference: null };
  const value = figure?.value ?? null;
  if (value === null) return { relation: 'no_figure', difference: null };
  const relation = counted === value ? 'equal' : counted < value ? 'fewer' : 'more';
  return { relation, difference: Math.abs(value - counted) };
}
