import { isRetired } from '../../vocabulary.ts';
import type { CatalogueContents, CatalogueEntry } from '../catalogue.ts';
import { splitKey } from './keys.ts';
import {
  contentOf,
  contentsOf,
  findEntry,
  type CatalogueChange,
  type RefusedField,
} from './refusals.ts';

/** What the rows of the catalogue are measured by besides each other. */
export interface CatalogueFrame {
  /** First year of the record. */
  founded: number;
  /** The calendar year now, in the centre's time zone. */
  currentYear: number;
}

/** How far ahead a target can be set, in years. */
const AHEAD = 30;

/** Whether what a row names is there, and whether it can go without leaving others behind. */
export function checkReferences(
  change: CatalogueChange,
  entries: readonly CatalogueEntry[],
  frame: CatalogueFrame,
): RefusedField[] {
  if (change.content === null) return dependsOn(change, entries) ? [whole('in_use')] : [];
  const has = (kind: 'group' | 'breakdown', key: string) => contentOf(entries, kind, key);
  switch (change.kind) {
    case 'metric': {
      const { group, breakdown, lastYear } = change.content;
      return [
        ...(has('group', group) ? [] : [at('group', 'unknown_group')]),
        ...(breakdown === null || has('breakdown', breakdown)
          ? []
          : [at('breakdown', 'unknown_breakdown')]),
        ...checkLastYear(lastYear, frame),
      ];
    }
    case 'member':
      return [
        ...(has('breakdown', splitKey(change.key)[0]) ? [] : [at('key', 'unknown_breakdown')]),
        ...checkLastYear(change.content.lastYear, frame),
      ];
    case 'break':
      return checkYear(change.key, entries, frame.founded + 1, frame.currentYear + 1);
    case 'target':
      return [
        ...checkYear(change.key, entries, frame.founded, frame.currentYear + AHEAD),
        ...checkTarget(change.key, change.content, entries),
      ];
    case 'source':
      return findEntry(entries, 'source', change.key)?.published?.['kind'] === 'sample'
        ? [at('kind', 'sample_source')]
        : [];
    case 'count':
      return contentOf(entries, 'metric', change.key) ? [] : [at('key', 'unknown_metric')];
    default:
      return [];
  }
}

const at = (field: string, refusal: RefusedField['refusal']): RefusedField => ({ field, refusal });
const whole = (refusal: RefusedField['refusal']) => at('', refusal);

const checkLastYear = (lastYear: number | null, { founded }: CatalogueFrame): RefusedField[] =>
  lastYear !== null && lastYear < founded ? [at('lastYear', 'before_founding')] : [];

function checkYear(
  key: string,
  entries: readonly CatalogueEntry[],
  from: number,
  to: number,
): RefusedField[] {
  const [id, text] = splitKey(key);
  const metric = contentOf(entries, 'metric', id);
  const year = Number(text);
  if (!metric) return [at('key', 'unknown_metric')];
  if (year < from || year > to) return [at('key', 'outside_record')];
  return isRetired(metric, year) ? [at('key', 'after_last_year')] : [];
}

function checkTarget(
  key: string,
  { value, source }: CatalogueContents['target'],
  entries: readonly CatalogueEntry[],
): RefusedField[] {
  const decimals = contentOf(entries, 'metric', splitKey(key)[0])?.decimals ?? 0;
  const found = contentOf(entries, 'source', source);
  return [
    ...(Number(value.toFixed(decimals)) === value ? [] : [at('value', 'too_many_decimals')]),
    ...(found ? [] : [at('source', 'unknown_source')]),
    // The kind of a source that is public may be one that nobody can save.
    ...((found?.kind as string | undefined) === 'sample' ? [at('source', 'sample_source')] : []),
  ];
}

/** Whether other rows name this one. */
function dependsOn({ kind, key }: CatalogueChange, entries: readonly CatalogueEntry[]): boolean {
  const partOf = (of: 'member' | 'break' | 'target') =>
    contentsOf(entries, of).some((one) => splitKey(one.key)[0] === key);
  switch (kind) {
    case 'group':
      return contentsOf(entries, 'metric').some(({ content }) => content.group === key);
    case 'breakdown':
      return (
        partOf('member') ||
        contentsOf(entries, 'metric').some(({ content }) => content.breakdown === key)
      );
    case 'metric':
      return (
        partOf('break') ||
        partOf('target') ||
        contentsOf(entries, 'count').some((one) => one.key === key)
      );
    case 'source':
      return contentsOf(entries, 'target').some(({ content }) => content.source === key);
    default:
      return false;
  }
}
