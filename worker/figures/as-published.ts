import type { CellContent } from '../../schema/staff/words.ts';
import type { Localised } from '../../schema/vocabulary.ts';
import type { FigureRow } from './rows.ts';

type Said = Pick<FigureRow, 'value' | 'qualifier' | 'status' | 'sample' | 'source' | 'note'>;

/** The source of figures that rest on nothing but the return of their year. */
export const returnSource = (year: number): string => `return-${year}`;

/**
 * Whether a draft says what is public already, so that publishing it changes nothing. A sample figure says nothing:
 * the same value with a source differs from it.
 */
export function isAsPublished(
  { year, content }: { year: number; content: CellContent | null },
  row: Said | undefined,
): boolean {
  if (content === null) return true;
  if (content.withdrawn) return row === undefined;
  if (row === undefined || row.sample) return false;
  return (
    row.value === content.value &&
    // Of a missing figure the qualifier says nothing.
    (content.value === null || row.qualifier === content.qualifier) &&
    row.status === content.status &&
    row.source === (content.source ?? returnSource(year)) &&
    isSameText(row.note, content.note)
  );
}

function isSameText(a: Localised | null, b: Localised | null): boolean {
  const words = (all: Localised | null) =>
    JSON.stringify(Object.entries(all ?? {}).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  return words(a) === words(b);
}
