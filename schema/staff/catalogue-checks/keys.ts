import { NOT_BROKEN_DOWN } from '../../vocabulary.ts';
import type { CatalogueKind } from '../words.ts';
import type { RefusedField } from './refusals.ts';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 60;

/** Ids that stand for something else: rows of tables, and sources that a release makes of a return. */
const RESERVED: Partial<Record<CatalogueKind, RegExp>> = {
  member: new RegExp(`^(?:total|${NOT_BROKEN_DOWN})$`),
  source: /^return-\d+$/,
};

/** Of a member its breakdown and id, of a break or target its metric and year; of others the id alone. */
export function splitKey(key: string): [string, string] {
  const [first = '', second = ''] = key.split('~');
  return [first, second];
}

/** The part of a key that names the row itself. */
const ownPart = (kind: CatalogueKind, key: string): string =>
  kind === 'member' ? key.slice(key.indexOf('~') + 1) : key;

/**
 * Whether a key has the form of its kind: an id, `breakdown~id` or `metric~year`.
 * @param isNew whether it names something that has not been there: then it may not be reserved
 */
export function checkKey(kind: CatalogueKind, key: string, isNew: boolean): RefusedField[] {
  const refuse = (refusal: RefusedField['refusal']) => [{ field: 'key', refusal }];
  if (kind === 'break' || kind === 'target') {
    return /^[a-z0-9-]+~\d{4}$/.test(key) ? [] : refuse('outside_record');
  }
  const isWhole = kind !== 'member' || /^[^~]+~[^~]+$/.test(key);
  const id = ownPart(kind, key);
  if (!isWhole || !ID.test(id) || id.length > LONGEST) return refuse('bad_id');
  return isNew && RESERVED[kind]?.test(id) ? refuse('id_reserved') : [];
}

/** An id made of a name in English; '' where it has no letters or digits. */
export function proposeId(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, LONGEST)
    .replace(/-$/, '');
}
