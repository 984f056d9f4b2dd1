import type { Localised } from '../../../schema/vocabulary.ts';
import type { Publication, Published } from '../../figures/publication.ts';
import { cellKeyOf } from '../../figures/return-cells.ts';
import type { Entry } from './commit.ts';

/** An entry for each year, so that the trail of a year has its publication; one for a release of none. */
export function tellRelease(
  { n, reason, years }: Publication,
  { figures }: Published,
  release: {
    publishedAt: string;
    notes: Localised;
    onePerson: boolean;
    catalogue: number;
    register: number;
  },
): Entry[] {
  const entry = { action: 'release_published' as const, subject: String(n) };
  const told = { ...release, reason };
  if (years.length === 0) return [{ ...entry, after: told }];
  return years.map(({ year, complete }) => {
    const opened = figures.open.filter((row) => row.year === year).map(cellKeyOf);
    const closed = figures.close.filter((row) => row.year === year).map(cellKeyOf);
    const changed = closed.filter((key) => opened.includes(key)).length;
    const counts = {
      added: opened.length - changed,
      changed,
      withdrawn: closed.length - changed,
    };
    return { ...entry, year, after: { ...told, complete, ...counts } };
  });
}
