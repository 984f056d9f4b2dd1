import { describe, expect, it } from 'vitest';
import type { PublishedCell } from '../../../schema/staff/cells.ts';
import {
  blankEntry,
  entryOf,
  readEntry,
  settleEntry,
} from '../../../web/src/lib/staff/return/entry.ts';
import { openKeep } from '../../../web/src/lib/staff/return/keep.ts';

const published: PublishedCell = {
  ...{ value: 12, qualifier: 'exact', status: 'A', sample: false, source: 'report' },
  note: { en: 'Counted.' },
};
const typed = (text: string, change = {}) => ({ ...blankEntry, text, ...change });

describe('an entry', () => {
  it('says the number that was typed, with its sign', () => {
    expect(readEntry(typed('≥１.2万'), null)).toEqual({
      content: { value: 12000, qualifier: 'at_least', status: 'A', source: null, note: null },
    });
    expect(settleEntry(typed('≥１.2万'), null)).toMatchObject({
      text: '12000',
      qualifier: 'at_least',
    });
  });

  it('says "not reported" only where that was chosen: empty is not missing, and not 0', () => {
    expect(readEntry(typed(''), null)).toEqual({ content: null });
    expect(readEntry(typed('', { status: 'O' }), null)).toMatchObject({ content: { status: 'O' } });
    expect(settleEntry(typed('—'), null)).toMatchObject({ text: '', status: 'O' });
    expect(settleEntry(typed('0'), null)).toMatchObject({ text: '0' });
  });

  it('is held back where it cannot be read, or lacks its number', () => {
    expect(readEntry(typed('12 or so'), null)).toEqual({ hold: 'unreadable' });
    expect(readEntry(typed('', { note: { en: 'Why.' } }), null)).toEqual({ hold: 'no_value' });
    expect(settleEntry(typed('12 or so'), null).text).toBe('12 or so');
  });

  it('begins with what is published, and is nothing new while it says the same', () => {
    const entry = entryOf(null, published);
    expect(entry).toMatchObject({ text: '12', source: 'report', note: { en: 'Counted.' } });
    expect(readEntry(entry, published)).toEqual({ content: null });
    expect(readEntry({ ...entry, text: '12.0' }, published)).toEqual({ content: null });
    expect(readEntry({ ...entry, text: '13' }, published)).toMatchObject({
      content: { value: 13, source: 'report' },
    });
    expect(settleEntry({ ...entry, text: ' ' }, published).text).toBe('12');
  });

  it('never begins with a sample figure, and may say the same number', () => {
    const sample = { ...published, sample: true };
    expect(entryOf(null, sample)).toEqual(blankEntry);
    expect(readEntry(typed('12'), sample)).toMatchObject({ content: { value: 12 } });
  });
});

describe('openKeep', () => {
  const entry = typed('9');

  it('keeps edits by person and year, a cell at a time', () => {
    const items = new Map<string, string>();
    const store = {
      get length() {
        return items.size;
      },
      key: (i: number) => [...items.keys()][i] ?? null,
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, text: string) => void items.set(key, text),
      removeItem: (key: string) => void items.delete(key),
    };
    const mine = openKeep(store, 'me', 2025);
    mine.put('a~b', { version: 2, entry });
    openKeep(store, 'me', 2025).put('a~c', { version: 0, entry });
    openKeep(store, 'you', 2025).put('a~d', { version: 0, entry });
    openKeep(store, 'me', 2024).put('a~e', { version: 0, entry });
    items.set('yearbook:unsent:me:2025:a~f', '{"version":"?"');
    expect([...mine.all()]).toEqual([
      ['a~b', { version: 2, entry }],
      ['a~c', { version: 0, entry }],
    ]);
    mine.drop('a~b');
    expect([...mine.all().keys()]).toEqual(['a~c']);
  });

  it('does without a store, and with one that is full', () => {
    const full = () => {
      throw new Error('QuotaExceededError');
    };
    const store = { length: 0, key: full, getItem: full, setItem: full, removeItem: full };
    for (const keep of [openKeep(null, 'me', 2025), openKeep(store, 'me', 2025)]) {
      keep.put('a~b', { version: 0, entry });
      keep.drop('a~b');
      expect(keep.all().size).toBe(0);
    }
  });
});
