import { describe, expect, it } from 'vitest';
import {
  FIRST_HASH,
  findBreak,
  hashEntry,
  type AuditFields,
} from '../../../worker/figures/audit-hash.ts';

const fields = (n: number, change: Partial<AuditFields> = {}): AuditFields => ({
  n,
  at: '2026-11-22T09:00:00.000Z',
  person: 'p1',
  name: 'Li Hua',
  token: null,
  action: 'cell_saved',
  subject: null,
  year: 2025,
  metric: 'agreements-signed',
  member: '',
  before: null,
  after: '{"value":8}',
  why: null,
  ...change,
});

/** A trail of this length as it is written. */
function write(length: number) {
  let hash = FIRST_HASH;
  return Array.from({ length }, (_, i) => {
    const entry = fields(i + 1);
    hash = hashEntry(hash, entry);
    return { ...entry, hash };
  });
}

describe('hashEntry', () => {
  it('gives what it has always given: a published hash can be checked for ever', () => {
    expect(hashEntry(FIRST_HASH, fields(1))).toBe(
      '9b35dea1fa23eb8f9ae3718ba5f9ec911714e2ca84838dcdc91a0942f43a1ee9',
    );
  });

  it('depends on every field, and on the hash before', () => {
    const changes: Partial<AuditFields>[] = [
      { n: 2 },
      { at: '2026-11-22T09:00:00.001Z' },
      { person: null },
      { name: 'Li  Hua' },
      { token: 'nightly' },
      { action: 'cell_imported' },
      { subject: '' },
      { year: 2024 },
      { metric: 'meetings-held' },
      { member: 'other' },
      { before: 'null' },
      { after: '{"value":9}' },
      { why: '' },
    ];
    expect(changes).toHaveLength(Object.keys(fields(1)).length);
    const hashes = changes.map((change) => hashEntry(FIRST_HASH, fields(1, change)));
    hashes.push(hashEntry(FIRST_HASH, fields(1)), hashEntry('1'.repeat(64), fields(1)));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('findBreak', () => {
  it('finds none in a trail as it was written, whole or from any entry on', () => {
    const trail = write(5);
    expect(findBreak(trail)).toBeNull();
    expect(findBreak([])).toBeNull();
    for (const [i, start] of trail.entries())
      expect(findBreak(trail.slice(i + 1), start)).toBeNull();
  });

  it.each<[string, (trail: ReturnType<typeof write>) => unknown]>([
    ['a changed value', (trail) => (trail[2]!.after = '{"value":80}')],
    ['a changed hash', (trail) => (trail[2]!.hash = trail[1]!.hash)],
    ['an entry that is gone', (trail) => trail.splice(2, 1)],
    ['an entry that was put in', (trail) => trail.splice(2, 0, { ...trail[1]! })],
    ['two that changed places', (trail) => trail.splice(2, 2, trail[3]!, trail[2]!)],
  ])('names the first entry that does not hold: %s', (_, tamper) => {
    const trail = write(5);
    tamper(trail);
    expect(findBreak(trail)).toBe(3);
  });

  it('cannot see that the end is gone: that takes something outside the chain', () => {
    expect(findBreak(write(5).slice(0, 3))).toBeNull();
  });
});
