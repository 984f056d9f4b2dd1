import type { CatalogueEntry } from '$schema/staff/catalogue.ts';
import { contentOf as rowOf, contentsOf } from '$schema/staff/catalogue-checks.ts';
import type { RecordContent } from '$schema/staff/register.ts';

/** How often a metric counts a record, and in which year. */
export interface Counted {
  /** Id of the metric. */
  metric: string;
  year: number;
  count: number;
}

/** The metrics that count records of a kind. */
const metricsOf = (entries: readonly CatalogueEntry[], kind: RecordContent['kind']) =>
  contentsOf(entries, 'count').filter(({ content }) => content.kind === kind);

/** Where the figures count a record, by what it says; what counts none of it is left out. */
export function listCounted(
  entries: readonly CatalogueEntry[],
  { kind, year, counted, landedYear, parties }: RecordContent,
): Counted[] {
  if (!counted) return [];
  return metricsOf(entries, kind).flatMap(({ key, content: { role, landed } }) => {
    const of = landed ? landedYear : year;
    const count = role === null ? 1 : parties.filter((party) => party.role === role).length;
    return of === null || Number.isNaN(of) || count === 0 ? [] : [{ metric: key, year: of, count }];
  });
}

/** Whether any metric counts records of a kind. */
export const isKindCounted = (
  entries: readonly CatalogueEntry[],
  kind: RecordContent['kind'],
): boolean => metricsOf(entries, kind).length > 0;

/** The breakdowns by which records of a kind are counted; where there are none, all. */
export function breakdownsFor(
  entries: readonly CatalogueEntry[],
  kind: RecordContent['kind'],
): string[] {
  const used = metricsOf(entries, kind).flatMap(
    ({ key }) => rowOf(entries, 'metric', key)?.breakdown ?? [],
  );
  return used.length > 0
    ? [...new Set(used)]
    : contentsOf(entries, 'breakdown').map(({ key }) => key);
}
