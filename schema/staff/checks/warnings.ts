import { TOTAL } from '../../vocabulary.ts';
import type { Warning } from '../words.ts';
import {
  effective,
  factOf,
  type CheckedCell,
  type CheckedMetric,
  type Figure,
} from './effective.ts';
import { totalOf } from './totals.ts';

/**
 * What is unlikely about a cell. A figure that stays as it is published was looked at then, so only what a draft says
 * is judged, and a cell that stays empty after a figure.
 */
export function warnCell(metric: CheckedMetric, cell: CheckedCell): Warning[] {
  const content = cell.draft?.content ?? null;
  const figure = effective(cell);
  if (content === null && figure !== null) return [];
  const found: Warning[] = [];
  if (isMissing(metric, cell, figure)) found.push('missing_after_figure');
  if (content?.withdrawn && !content.note) found.push('withdrawn_without_reason');
  if (figure === null) return found;
  if (figure.status === 'O' && !figure.note) found.push('missing_without_reason');
  if (isBelowRegister(figure, cell)) found.push('below_register');
  if (!metric.breaks) found.push(...warnMovement(figure, factOf(cell.previous)));
  if (figure.source === null) {
    if (figure.qualifier === 'about') found.push('about_without_source');
    if (figure.status === 'E') found.push('estimated_without_source');
  }
  return found;
}

/** Missing or empty where the year before had a figure. A total that the members add up to is not. */
function isMissing(metric: CheckedMetric, cell: CheckedCell, figure: Figure | null): boolean {
  if ((factOf(cell.previous)?.value ?? null) === null) return false;
  if (figure !== null) return figure.value === null;
  return cell.member !== TOTAL || totalOf(metric).value === null;
}

/** Fewer than there are records of. A lower bound is no excuse: what is on the register is known. */
const isBelowRegister = ({ value }: Figure, { register }: CheckedCell): boolean =>
  value !== null && register !== undefined && value < register.count;

/**
 * More than doubled, or less than half, of the year before, where that is certain: a lower bound after a figure can
 * only have doubled for certain, a figure after a lower bound can only have fallen for certain. "About" is taken at
 * its word. Anything above 0 after 0 is more than double.
 */
function warnMovement(figure: Figure, previous: CheckedCell['previous']): Warning[] {
  if (figure.value === null || previous === null || previous.value === null) return [];
  if (figure.value > previous.value * 2 && previous.qualifier !== 'at_least')
    return ['more_than_doubled'];
  if (figure.value < previous.value / 2 && figure.qualifier !== 'at_least')
    return ['less_than_half'];
  return [];
}

/** Whether a cell's draft says why. An empty cell can only be explained by saying "not reported", with a note. */
export const isExplained = (cell: Pick<CheckedCell, 'draft'>): boolean => {
  const note = cell.draft?.content?.note ?? null;
  return note !== null && Object.values(note).some((words) => words.trim() !== '');
};

/** The cells of a metric that still need a note before the return can be submitted, and what for. */
export const listUnexplained = (metric: CheckedMetric): { member: string; warnings: Warning[] }[] =>
  metric.cells
    .filter((cell) => !isExplained(cell))
    .map((cell) => ({ member: cell.member, warnings: warnCell(metric, cell) }))
    .filter(({ warnings }) => warnings.length > 0);
