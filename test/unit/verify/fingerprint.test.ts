import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../schema/verify/code.ts';
import type { CodedView } from '../../../schema/verify/view.ts';
import { textOfFigures, yearsBehind } from '../../../worker/figures/fingerprint.ts';
import type { FigureRow } from '../../../worker/figures/rows.ts';

const row = (change: Partial<FigureRow> = {}): FigureRow => ({
  metric: 'agreements-signed',
  year: 2024,
  member: 'biomedicine',
  firstRelease: 4,
  lastRelease: null,
  value: 8,
  qualifier: 'at_least',
  status: 'A',
  sample: false,
  source: 'report',
  note: null,
  reason: 'first_publication',
  ...change,
});
const target = { metric: 'agreements-signed', year: 2024, value: 30, sample: false };
const years = { from: 2023, to: 2024 };
const text = (rows: FigureRow[], targets = [target]) =>
  textOfFigures('agreements-signed', years, rows, targets);

describe('the text that a fingerprint is of', () => {
  it('never changes: its fingerprints are printed', async () => {
    const figures = [row(), row({ year: 2023, member: '', value: null, status: 'O' })];
    expect(text(figures)).toMatchInlineSnapshot(
      `"["agreements-signed",["[\\"agreements-signed\\",2023,\\"\\",null,\\"at_least\\",\\"O\\",false]","[\\"agreements-signed\\",2024,\\"biomedicine\\",8,\\"at_least\\",\\"A\\",false]"],["[\\"agreements-signed\\",2024,30,false]"]]"`,
    );
    expect(await fingerprint('only-for-tests-0123456789', text(figures))).toMatchInlineSnapshot(
      `7749729`,
    );
  });

  it('is the same in whatever order the rows come, and however long they stand', () => {
    const [a, b] = [row(), row({ member: 'other', value: 1 })];
    expect(text([b, a])).toBe(text([a, b]));
    expect(text([row({ lastRelease: 6, source: 'other', note: { en: 'x' } })])).toBe(text([a]));
    expect(text([a, row({ metric: 'meetings-held' }), row({ year: 2025 })])).toBe(text([a]));
  });

  it('is another for every other figure, mark, metric and target', () => {
    const changes: Partial<FigureRow>[] = [
      { value: 9 },
      { value: 8.5 },
      { qualifier: 'exact' },
      { status: 'P' },
      { sample: true },
      { member: 'other' },
      { year: 2023 },
    ];
    const texts = [
      text([row()]),
      ...changes.map((change) => text([row(change)])),
      text([row()], []),
      text([row()], [{ ...target, value: 31 }]),
      text([]),
      textOfFigures(null, years, [row()], [target]),
    ];
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('the years behind a view', () => {
  const chart = (show: 'value' | 'change' | 'cumulative' | 'share'): CodedView => ({
    kind: 'chart',
    by: 'members',
    show,
    lines: false,
    from: 2020,
    to: 2024,
    sample: 'include',
  });

  it('are those that its numbers are made from', () => {
    expect(yearsBehind(chart('value'), 2018)).toEqual({ from: 2020, to: 2024 });
    expect(yearsBehind(chart('share'), 2018)).toEqual({ from: 2020, to: 2024 });
    expect(yearsBehind(chart('change'), 2018)).toEqual({ from: 2019, to: 2024 });
    expect(yearsBehind(chart('cumulative'), 2018)).toEqual({ from: 2018, to: 2024 });
    const year: CodedView = { kind: 'year', year: 2024, sample: 'include' };
    expect(yearsBehind(year, 2018)).toEqual({ from: 2023, to: 2024 });
  });
});
