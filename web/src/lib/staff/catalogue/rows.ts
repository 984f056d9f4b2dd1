import type { Locale } from '$lib/paraglide/runtime.js';
import { textOf } from '$lib/words/text.ts';
import type { CatalogueContents, CatalogueEntry } from '$schema/staff/catalogue.ts';
import { splitKey } from '$schema/staff/catalogue-checks.ts';
import type { CatalogueKind } from '$schema/staff/words.ts';
import type { Localised } from '$schema/vocabulary.ts';
import * as m from '$messages';
import { kindName } from './words.ts';

/** A row of one kind. Content null: the next release withdraws it. */
export type Row<K extends CatalogueKind> = Omit<CatalogueEntry, 'content' | 'published'> & {
  kind: K;
  content: CatalogueContents[K] | null;
  published: CatalogueContents[K] | null;
};

/** All rows of a kind, also those that are to be withdrawn. */
export const rowsOf = <K extends CatalogueKind>(
  entries: readonly CatalogueEntry[],
  kind: K,
): Row<K>[] => entries.filter((one) => one.kind === kind) as unknown as Row<K>[];

type Placed = 'group' | 'metric' | 'member';

/** Rows of a kind that has an order, in it. */
export const inOrder = <K extends Placed>(rows: Row<K>[]): Row<K>[] =>
  rows.toSorted((a, b) => shown(a).position - shown(b).position || (a.key < b.key ? -1 : 1));

/** What a row shows: what it will be, else what it is. */
export const shown = <K extends CatalogueKind>({
  content,
  published,
}: Row<K>): CatalogueContents[K] => (content ?? published)!;

/** The members of a breakdown in their order. */
export const membersOf = (entries: readonly CatalogueEntry[], breakdown: string): Row<'member'>[] =>
  inOrder(rowsOf(entries, 'member').filter(({ key }) => splitKey(key)[0] === breakdown));

/** The metrics of a group in their order. */
export const metricsOf = (entries: readonly CatalogueEntry[], group: string): Row<'metric'>[] =>
  inOrder(rowsOf(entries, 'metric').filter((row) => shown(row).group === group));

/** Breaks or targets of a metric by year. */
export const yearsOf = <K extends 'break' | 'target'>(
  entries: readonly CatalogueEntry[],
  kind: K,
  metric: string,
): { year: number; row: Row<K> }[] =>
  rowsOf(entries, kind)
    .filter(({ key }) => splitKey(key)[0] === metric)
    .map((row) => ({ year: Number(splitKey(row.key)[1]), row }))
    .toSorted((a, b) => a.year - b.year);

/** What a row is called in a list. */
export function nameOf(
  entry: CatalogueEntry,
  entries: readonly CatalogueEntry[],
  locale: Locale,
): string {
  const content = (entry.content ?? entry.published) as { names?: Localised; titles?: Localised };
  const own = textOf(content.names ?? content.titles, locale);
  if (own) return own;
  const [metric, year] = splitKey(entry.key);
  const of = entries.find(({ kind, key }) => kind === 'metric' && key === metric);
  const names = (of?.content ?? of?.published)?.['names'] as Localised | undefined;
  return `${textOf(names, locale) || metric} ${year}`.trim();
}

/** The same where a row is named alone: how a metric counts is not the metric. */
export const nameAlone = (
  entry: CatalogueEntry,
  entries: readonly CatalogueEntry[],
  locale: Locale,
): string => {
  const name = nameOf(entry, entries, locale);
  if (entry.kind !== 'count') return name;
  return m.catalogue_colon({ first: kindName(entry.kind, locale), second: name }, { locale });
};

/** Where a row is edited. */
export function pathOf({ kind, key }: CatalogueEntry): string {
  const [id] = splitKey(key);
  switch (kind) {
    case 'group':
      return `/staff/catalogue/groups/${id}`;
    case 'breakdown':
    case 'member':
      return `/staff/catalogue/breakdowns/${id}`;
    case 'source':
      return '/staff/catalogue/sources';
    default:
      return `/staff/catalogue/metrics/${id}`;
  }
}
