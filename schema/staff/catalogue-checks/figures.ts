import { isRetired, TOTAL } from '../../vocabulary.ts';
import type { CatalogueContents, CatalogueEntry } from '../catalogue.ts';
import { splitKey } from './keys.ts';
import { contentsOf, findEntry, type CatalogueChange, type RefusedField } from './refusals.ts';

/** A figure that is public, waits to be, or is proposed by a return. */
export interface UsedCell {
  metric: string;
  /** '' is the total. */
  member: string;
  year: number;
  /** In the metric's unit; null: said to be missing. */
  value: number | null;
  /** Id of its source; null: the return itself. */
  source: string | null;
  draft: boolean;
}

/** Whether the figures that there are go with what a row shall be. */
export function checkFigures(
  change: CatalogueChange,
  entries: readonly CatalogueEntry[],
  cells: readonly UsedCell[],
): RefusedField[] {
  const { kind, key, content } = change;
  const own = ownCells(change, entries, cells);
  if (content === null) return own.length === 0 ? [] : [blame('', own, 'has_figures')];
  if (kind === 'member') return checkLastYear(content, own);
  if (kind !== 'metric') return [];
  const before = findEntry(entries, 'metric', key)?.published as
    CatalogueContents['metric'] | null | undefined;
  return [
    ...checkLastYear(content, own),
    ...checkBreakdown(content, before ?? null, own),
    ...checkParts(content, entries, own),
    ...checkDecimals(content.decimals, own),
  ];
}

/** The cells that stand and fall with a row. */
function ownCells(
  { kind, key }: CatalogueChange,
  entries: readonly CatalogueEntry[],
  cells: readonly UsedCell[],
): UsedCell[] {
  if (kind === 'metric') return cells.filter(({ metric }) => metric === key);
  if (kind === 'source') return cells.filter(({ source }) => source === key);
  if (kind !== 'member') return [];
  const [breakdown, id] = splitKey(key);
  const metrics = contentsOf(entries, 'metric').filter(
    ({ content }) => content.breakdown === breakdown,
  );
  return cells.filter(
    ({ metric, member }) => member === id && metrics.some((one) => one.key === metric),
  );
}

/** A refusal for what is public; where only drafts stand in the way, it says so. */
function blame(
  field: string,
  cells: readonly UsedCell[],
  refusal: RefusedField['refusal'],
): RefusedField {
  const published = cells.filter(({ draft }) => !draft);
  const found = published.length > 0 ? published : cells;
  const years = [...new Set(found.map(({ year }) => year))].toSorted((a, b) => a - b);
  return { field, refusal: published.length > 0 ? refusal : 'drafts_depend', years };
}

function checkLastYear(
  content: { lastYear: number | null },
  own: readonly UsedCell[],
): RefusedField[] {
  // That a figure is missing may be said of a year that is no longer counted.
  const later = own.filter(({ year, value }) => value !== null && isRetired(content, year));
  return later.length === 0 ? [] : [blame('lastYear', later, 'figures_after_last_year')];
}

/** What is split one way cannot be read as split another: that is another metric. */
function checkBreakdown(
  { breakdown, additive }: CatalogueContents['metric'],
  before: CatalogueContents['metric'] | null,
  own: readonly UsedCell[],
): RefusedField[] {
  if (before === null) return [];
  const published = own.filter(({ draft }) => !draft);
  const parts = published.filter(({ member }) => member !== TOTAL);
  const isOther = before.breakdown !== null && before.breakdown !== breakdown;
  return [
    ...(isOther && published.length > 0 ? [blame('breakdown', published, 'breakdown_fixed')] : []),
    ...(before.additive !== additive && parts.length > 0
      ? [blame('additive', parts, 'additive_fixed')]
      : []),
  ];
}

/** Drafts of parts that the breakdown would not have. */
function checkParts(
  { breakdown }: CatalogueContents['metric'],
  entries: readonly CatalogueEntry[],
  own: readonly UsedCell[],
): RefusedField[] {
  const known = contentsOf(entries, 'member').map(({ key }) => key);
  const lost = own.filter(
    ({ member, draft }) => draft && member !== TOTAL && !known.includes(`${breakdown}~${member}`),
  );
  return lost.length === 0 ? [] : [blame('breakdown', lost, 'drafts_depend')];
}

function checkDecimals(decimals: number, own: readonly UsedCell[]): RefusedField[] {
  const finer = own.filter(
    ({ value }) => value !== null && Number(value.toFixed(decimals)) !== value,
  );
  return finer.length === 0 ? [] : [blame('decimals', finer, 'decimals_below_values')];
}
