import type { Metric, MetricGroup, Source, Target } from '../../../schema/answers.ts';
import type { CatalogueContents, CatalogueEntry } from '../../../schema/staff/catalogue.ts';
import type { CatalogueKind } from '../../../schema/staff/words.ts';
import type { Localised } from '../../../schema/vocabulary.ts';
import { entryStatements, toEntries, type EntryRows } from './catalogue-entries.ts';
import type { StaffDb } from './open.ts';

export { listCatalogueEntries } from './catalogue-entries.ts';

/** What returns are made of: the catalogue of the newest release with the changes that wait for the next one. */
export interface WorkingCatalogue {
  /** Null: there is no record yet. */
  centre: { names: Localised; founded: number; timeZone: string } | null;
  /** Number of the newest release, also one that waits; 0: none. */
  newest: number;
  /** When it is public, as an ISO 8601 instant; null: there is none. */
  newestAt: string | null;
  /** Years that are closed in the newest release. */
  closedYears: number[];
  /** In their order. */
  groups: MetricGroup[];
  /** In the order of their groups, then their own; retired ones too. */
  metrics: Metric[];
  targets: (Target & { metric: string })[];
  /** By id. Drafts among them are not public yet. */
  sources: Source[];
  /** How metrics count records, by metric. */
  counts: ReadonlyMap<string, CatalogueContents['count']>;
  entries: CatalogueEntry[];
}

/** The statements of {@link readWorkingCatalogue}, to be sent in one batch with others. */
export const workingCatalogueStatements = entryStatements;

/** Reads the working catalogue, in one batch. Costs its open rows, its drafts and its history. */
export const readWorkingCatalogue = async (db: StaffDb): Promise<WorkingCatalogue> =>
  composeWorkingCatalogue(await db.batch(entryStatements(db)));

/** Puts the rows of {@link workingCatalogueStatements} together. */
export function composeWorkingCatalogue(rows: EntryRows): WorkingCatalogue {
  const [[body], [newest], , [tables]] = rows;
  const entries = toEntries(rows);
  const groups = contentsOf(entries, 'group').toSorted(byPosition);
  return {
    centre: body ? { names: body.names, founded: body.foundedYear, timeZone: body.timeZone } : null,
    newest: newest?.n ?? 0,
    newestAt: newest?.publishedAt ?? null,
    closedYears: tables!.closed.map(({ year }) => year).toSorted((a, b) => a - b),
    groups: groups.map(([id, { names }]) => ({ id, names })),
    metrics: composeMetrics(
      entries,
      groups.map(([id]) => id),
    ),
    targets: contentsOf(entries, 'target').map(([key, { value, source, ...rest }]) => {
      const [metric, year] = splitKey(key);
      return { metric, year: Number(year), value, source, sample: 'sample' in rest };
    }),
    sources: contentsOf(entries, 'source').map(([id, content]) => ({ id, ...content })),
    counts: new Map(contentsOf(entries, 'count')),
    entries,
  };
}

function composeMetrics(entries: CatalogueEntry[], groups: string[]): Metric[] {
  const breakdowns = new Map(contentsOf(entries, 'breakdown'));
  const members = contentsOf(entries, 'member').toSorted(byPosition);
  const breaks = contentsOf(entries, 'break');
  const breakdownOf = (id: string | null): Metric['breakdown'] => {
    const found = id === null ? undefined : breakdowns.get(id);
    if (id === null || !found) return null;
    const own = members.flatMap(([key, { names, colour, lastYear }]) => {
      const [breakdown, member] = splitKey(key);
      return breakdown === id ? [{ id: member, names, colour, lastYear }] : [];
    });
    return { id, names: found.names, members: own };
  };
  return contentsOf(entries, 'metric')
    .toSorted(byPosition)
    .toSorted(([, a], [, b]) => groups.indexOf(a.group) - groups.indexOf(b.group))
    .map(([id, metric]) => ({
      id,
      group: metric.group,
      names: metric.names,
      definitions: metric.definitions,
      units: metric.units,
      direction: metric.direction,
      decimals: metric.decimals,
      additive: metric.additive,
      lastYear: metric.lastYear,
      breakdown: breakdownOf(metric.breakdown),
      breaks: breaks
        .flatMap(([key, { reasons }]) => {
          const [of, year] = splitKey(key);
          return of === id ? [{ year: Number(year), reasons }] : [];
        })
        .toSorted((a, b) => a.year - b.year),
    }));
}

/** What each entry of a kind will be, without those that are withdrawn. Contents were checked when they were saved. */
const contentsOf = <K extends CatalogueKind>(entries: CatalogueEntry[], kind: K) =>
  entries.flatMap((entry) =>
    entry.kind === kind && entry.content !== null
      ? [[entry.key, entry.content as CatalogueContents[K]] as const]
      : [],
  );

/** Of a member its breakdown and id, of a break or target its metric and year. */
const splitKey = (key: string): [string, string] => {
  const [of = '', id = ''] = key.split('~');
  return [of, id];
};

type Positioned = readonly [string, { position: number }];
const byPosition = ([, a]: Positioned, [, b]: Positioned) => a.position - b.position;
