import type { Locale } from '$lib/paraglide/runtime.js';
import type { Difference } from '$lib/words/differences.ts';
import { sourceKindName } from '$lib/words/statuses.ts';
import { straight, textOf } from '$lib/words/text.ts';
import type { CatalogueContents, CatalogueEntry } from '$schema/staff/catalogue.ts';
import { contentOf } from '$schema/staff/catalogue-checks.ts';
import type { CatalogueKind } from '$schema/staff/words.ts';
import type { Direction, SourceKind } from '$schema/vocabulary.ts';
import * as m from '$messages';
import { plain } from './merge.ts';
import { colourName, fieldLabel } from './words.ts';

type Content = Record<string, unknown> | null;

/** What differs between two contents of a kind, field by field, as a reader of the pages calls it. */
export function listDifferences(
  kind: CatalogueKind,
  before: Content,
  after: Content,
  entries: readonly CatalogueEntry[],
  locale: Locale,
): Difference[] {
  const [old, now] = [flatten(before), flatten(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => ({
      path,
      label: fieldLabel(kind, path, locale),
      before: tell(kind, path, old.get(path), entries, locale),
      after: tell(kind, path, now.get(path), entries, locale),
    }));
}

/** The leaves of a content by their paths: `names.zh`, `units.en.one`. Null is as if it were not there. */
function flatten(content: Content): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  const walk = (value: unknown, path: string) => {
    if (value === null || value === undefined) return;
    if (typeof value !== 'object') leaves.set(path, value);
    else
      for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key);
  };
  walk(content, '');
  return leaves;
}

function tell(
  kind: CatalogueKind,
  path: string,
  value: unknown,
  entries: readonly CatalogueEntry[],
  locale: Locale,
): string | null {
  if (value === undefined) return null;
  const text = String(value);
  const nameOf = (names: CatalogueContents['group']['names'] | undefined) =>
    textOf(names, locale) || text;
  switch (path) {
    case 'group':
      return nameOf(contentOf(entries, 'group', text)?.names);
    case 'breakdown':
      return nameOf(contentOf(entries, 'breakdown', text)?.names);
    case 'source':
      return nameOf(contentOf(entries, 'source', text)?.titles);
    case 'kind':
      return kind === 'count'
        ? m.record_kind({ kind: text }, { locale })
        : sourceKindName(text as SourceKind, locale);
    case 'role':
      return m.party_role({ role: text }, { locale });
    case 'landed':
      return (value === true ? m.audit_yes : m.audit_no)({}, { locale });
    case 'direction':
      return m.catalogue_direction({ direction: text as Direction }, { locale });
    case 'additive':
      return m.catalogue_additive({ additive: text as 'true' }, { locale });
    case 'colour':
      return colourName(Number(value), locale);
    case 'position':
      return String(Number(value) + 1);
    default:
      return straight(text);
  }
}

/** Whether two contents say the same. */
export const isSameContent = (a: unknown, b: unknown): boolean =>
  JSON.stringify(plain(a)) === JSON.stringify(plain(b));
