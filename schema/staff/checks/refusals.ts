import { isRetired, TOTAL } from '../../vocabulary.ts';
import type { CellContent, Refusal } from '../words.ts';
import {
  effective,
  roundTo,
  totalCellOf,
  type CheckedCell,
  type CheckedMetric,
} from './effective.ts';
import { partsOf } from './totals.ts';

/** What a cell is judged by besides its metric. */
export interface Frame {
  year: number;
  /** First year of the record. */
  founded: number;
  /** The calendar year now, in the centre's time zone. */
  currentYear: number;
  /** Whether a figure may rest on the source of this id. Sample data is no source. */
  isSource: (id: string) => boolean;
}

/** What the catalogue says of a metric's place in time. */
export interface Listed {
  /** Retired: the last year that has figures of it. Null: in use. */
  lastYear: number | null;
  breakdown: { members: readonly { id: string; lastYear: number | null }[] } | null;
}

/** The greatest value that is taken: below it whole numbers are exact in every file format. */
const GREATEST = 1e15;

/** Why there can be no figure at this place; null: there can. @param metric undefined: not in the catalogue */
export function refusePlace(
  metric: Listed | undefined,
  member: string,
  frame: Pick<Frame, 'year' | 'founded' | 'currentYear'>,
): Refusal | null {
  if (isOutside(frame)) return 'outside_centre_life';
  if (!metric) return 'unknown_metric';
  const listed =
    member === TOTAL ? metric : metric.breakdown?.members.find(({ id }) => id === member);
  if (!listed) return 'unknown_member';
  return [metric, listed].some((entry) => isRetired(entry, frame.year)) ? 'retired' : null;
}

const isOutside = ({ year, founded, currentYear }: Omit<Frame, 'isSource'>): boolean =>
  year < founded || year > currentYear;

/** Why a cell cannot be saved with what its draft says, looked at alone; null: it can. */
export function refuseCell(
  cell: Pick<CheckedCell, 'published' | 'draft'>,
  { decimals }: Pick<CheckedMetric, 'decimals'>,
  frame: Frame,
): Refusal | null {
  const content = cell.draft?.content ?? null;
  if (content === null) return null;
  if (isOutside(frame)) return 'outside_centre_life';
  if (content.withdrawn) return cell.published === null ? 'nothing_to_withdraw' : null;
  return refuseValue(content, decimals) ?? refuseSource(content.source, frame);
}

function refuseValue(
  { value, status }: Exclude<CellContent, { withdrawn: true }>,
  decimals: number,
): Refusal | null {
  if (value === null) return status === 'O' ? null : 'no_value';
  if (status === 'O') return 'value_with_missing';
  if (!Number.isFinite(value)) return 'not_a_number';
  if (value < 0) return 'negative';
  if (value > GREATEST) return 'too_large';
  return roundTo(value, decimals) === value ? null : 'too_many_decimals';
}

const refuseSource = (source: string | null, { isSource }: Frame): Refusal | null =>
  source === null || isSource(source) ? null : 'unknown_source';

/**
 * Which cells of a metric cannot be saved, and why. A total below its parts is named on those cells of the sum that
 * were changed.
 * @param changed members that were changed ('' the total); all when left out
 */
export function refuseMetric(
  metric: CheckedMetric,
  frame: Frame,
  changed?: ReadonlySet<string>,
): { member: string; refusal: Refusal }[] {
  const isBelow = isTotalBelowParts(metric);
  return metric.cells
    .filter(({ member }) => changed?.has(member) ?? true)
    .flatMap((cell) => {
      const alone = refuseCell(cell, metric, frame);
      const inSum = isBelow && (effective(cell)?.value ?? null) !== null;
      const refusal = alone ?? (inSum ? 'total_below_parts' : null);
      return refusal === null ? [] : [{ member: cell.member, refusal }];
    });
}

/** Whether a metric states a total that is smaller than what its members add up to. */
export function isTotalBelowParts(
  metric: Pick<CheckedMetric, 'decimals' | 'additive' | 'cells'>,
): boolean {
  if (!metric.additive) return false;
  const stated = totalCellOf(metric.cells);
  const total = stated ? (effective(stated)?.value ?? null) : null;
  const parts = partsOf(metric);
  return total !== null && parts !== null && total < parts.value;
}
