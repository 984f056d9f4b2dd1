import type { Mapping } from '../../schema/staff/imports.ts';
import { AppError } from '../errors.ts';
import { readYear } from './years.ts';

/** Where the values of a row stand, and what the head says of them. */
export interface Spot {
  column: string;
  member?: string;
  year?: number;
}

/**
 * The columns that hold values: one in a long table, in a wide one as many as there are years or members.
 * @param yearTexts is told what the heads were taken for
 * @throws AppError 422 `mapping_unfit` for a head that is not a year
 */
export function listSpots(mapping: Mapping, yearTexts: Map<string, number>): Spot[] {
  const { member, year, value, yearRule } = mapping;
  if ('columns' in year) {
    return year.columns.map((column) => {
      const read = readYear(column, yearRule);
      if (read === null) {
        const message = `“${column}” is not a year.`;
        throw new AppError(422, 'mapping_unfit', message, [{ field: 'year', message }]);
      }
      yearTexts.set(column, read);
      return { column, year: read };
    });
  }
  if ('columns' in member) {
    return Object.entries(member.columns).map(([column, id]) => ({ column, member: id }));
  }
  return value ? [{ column: value.column }] : [];
}
