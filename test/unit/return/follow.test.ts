import { describe, expect, it } from 'vitest';
import { followHeld, ownOf } from '../../../schema/staff/checks.ts';
import type { HeldFigure } from '../../../schema/staff/returns.ts';
import { blankEntry, readEntry } from '../../../web/src/lib/staff/return/entry.ts';
import {
  decidedBy,
  followEntry,
  isNews,
  recordsPath,
} from '../../../web/src/lib/staff/return/follow.ts';

const held = (change: Partial<HeldFigure> = {}): HeldFigure => ({
  ...{ count: 8, openEnded: false, source: 'report' },
  ...change,
});
const own = { value: 3, qualifier: 'about', status: 'E', source: 'list', note: null } as const;
const note = { en: 'As counted' };

describe('a figure that follows the register', () => {
  it.each([
    ['is as many, on their source, else as people said', held(), { source: 'report' }],
    [
      'is at least as many where there are others',
      held({ openEnded: true }),
      { qualifier: 'at_least', source: 'report' },
    ],
    ['rests on what people said where they rest on several', held({ source: null }), {}],
  ])('%s', (_, now, decided) => {
    expect(followHeld({ ...own, status: 'O' }, now)).toEqual({
      ...{ ...own, value: 8, status: 'A' },
      ...decided,
    });
  });

  it.each([undefined, held({ count: 0, source: null })])(
    'is missing, never 0, where it holds nothing',
    (now) => {
      expect(followHeld(own, now)).toMatchObject({ value: null, status: 'O' });
    },
  );

  it('leaves to people what the register does not decide, and keeps what they said of the rest', () => {
    const asked = { value: 8, qualifier: 'at_least', status: 'A', source: 'report', note } as const;
    expect(ownOf(asked, own, held({ openEnded: true }))).toMatchObject({
      ...own,
      value: 8,
      status: 'A',
      note,
    });
    expect(ownOf(asked, own, held({ source: null }))).toMatchObject({ ...asked, value: 8 });
    expect(ownOf(null, own, undefined)).toMatchObject({ status: 'E', source: 'list' });
    expect(ownOf({ withdrawn: true, note }, own, held())).toMatchObject({
      qualifier: 'about',
      note,
    });
  });
});

describe('the fields of a cell that follows', () => {
  it('say the number of the register, and what it decides cannot be chosen', () => {
    const entry = followEntry({ ...blankEntry, text: '3', note, withdrawn: true }, held());
    expect(entry).toMatchObject({
      text: '8',
      source: 'report',
      note,
      withdrawn: false,
      follows: true,
    });
    expect(readEntry(entry, null)).toMatchObject({ content: { value: 8, note } });
    expect(decidedBy(entry, held({ openEnded: true }))).toEqual({ qualifier: true, source: true });
    expect(decidedBy(entry, held({ source: null }))).toEqual({ qualifier: false, source: false });
    expect(decidedBy(blankEntry, held())).toEqual({ qualifier: false, source: false });
  });

  it('say "not reported" while the register holds nothing', () => {
    const entry = followEntry({ ...blankEntry, text: '3' }, undefined);
    expect(entry).toMatchObject({ text: '', status: 'O' });
    expect(followEntry(entry, held())).toMatchObject({ text: '8', status: 'A' });
  });

  it('are read again where the register has changed since they were sent', () => {
    const content = { ...own, value: 8 };
    const sent = [{ key: 'a~b', version: 1, follows: true, content }];
    const saved = (value: number) => ({
      ...{ metric: 'a', member: 'b', version: 2, content: { ...own, value } },
      ...{ fromRegister: 'follows' as const, editedBy: null, editedAt: null },
    });
    expect(isNews(sent, [saved(8)])).toBe(false);
    expect(isNews(sent, [saved(9)])).toBe(true);
  });
});

it('leads to the records of a year and part; those that landed, of every year', () => {
  const count = { kind: 'project', role: null, landed: false } as const;
  expect(recordsPath(count, 2024, 'energy')).toBe(
    '/staff/register?kind=project&year=2024&member=energy',
  );
  expect(recordsPath({ ...count, landed: true }, 2024, '')).toBe('/staff/register?kind=project');
});
