import { describe, expect, it } from 'vitest';
import { readGrid } from '../../../web/src/lib/staff/return/paste-grid.ts';
import type { PasteCell } from '../../../web/src/lib/staff/return/paste-labels.ts';
import { layOut } from '../../../web/src/lib/staff/return/paste.ts';

describe('readGrid', () => {
  it.each([
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['1\r2\r', [['1'], ['2']]],
    ['1\n\n3', [['1'], [''], ['3']]],
    [
      'a\t\n\tb',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a\t', [['a', '']]],
    [
      '"two\nlines"\t"a ""b"""\n1\t2',
      [
        ['two\nlines', 'a "b"'],
        ['1', '2'],
      ],
    ],
    [
      '5" pipe\t2\n"open\t3',
      [
        ['5" pipe', '2'],
        ['"open', '3'],
      ],
    ],
    ['', []],
  ])('reads %j', (text, rows) => {
    expect(readGrid(text)).toEqual(rows);
  });
});

const totals = ['合计', 'Total'];
const place = (metric: string, metricNames: string[], member = '', memberNames = totals) => ({
  ...{ key: `${metric}~${member}`, metric, member, metricNames, memberNames },
});
const cells: PasteCell[] = [
  place('agreements', ['签约数', 'Agreements signed'], 'biomedicine', ['生物医药', 'Biomedicine']),
  place('agreements', ['签约数', 'Agreements signed'], 'other', ['其他', 'Other']),
  place('agreements', ['签约数', 'Agreements signed']),
  place('landed', ['落地项目', 'Projects landed'], 'biomedicine', ['生物医药', 'Biomedicine']),
  place('landed', ['落地项目', 'Projects landed'], 'other', ['其他', 'Other']),
  place('landed', ['落地项目', 'Projects landed']),
  place('people', ['培训人数', 'People trained']),
];

const lay = (text: string, at = 'agreements~biomedicine') =>
  layOut(readGrid(text), cells, at, 2025);
/** What goes where: `cell value`, or the problem. */
const told = (text: string, at?: string) =>
  lay(text, at).landings.map(
    ({ cell, read, problem }) =>
      problem ?? `${cell} ${read.kind === 'value' ? read.value : read.kind}`,
  );

describe('layOut', () => {
  it('puts a column of values downwards from the cell it was pasted into', () => {
    expect(told('1.2万\n２０\n\n—\nsome', 'agreements~other')).toEqual([
      'agreements~other 12000',
      'agreements~ 20',
      'landed~biomedicine blank',
      'landed~other missing',
      'unreadable',
    ]);
    expect(told('1\n2', 'people~')).toEqual(['people~ 1', 'beyond_end']);
  });

  it('goes by labels in any language, the members under the name of their metric', () => {
    expect(
      told(
        '落地项目\t9\n其中：生物医药\t4\n  2. 其他\t5\nAgreements signed (signings)\t3\nOther\t1\nPeople trained\t70',
      ),
    ).toEqual([
      'landed~ 9',
      'landed~biomedicine 4',
      'landed~other 5',
      'agreements~ 3',
      'agreements~other 1',
      'people~ 70',
    ]);
  });

  it('takes members without a metric for those of the metric it was pasted into', () => {
    expect(told('其他\t2\n合计\t6', 'landed~biomedicine')).toEqual(['landed~other 2', 'landed~ 6']);
    expect(told('其他\t2\n月球\t6', 'people~')).toEqual(['ambiguous_label', 'unknown_label']);
  });

  it('reads two columns of labels, also where the first is merged', () => {
    expect(told('签约数\t生物医药\t8\n\t其他\t1\n落地项目\t合计\t5')).toEqual([
      'agreements~biomedicine 8',
      'agreements~other 1',
      'landed~ 5',
    ]);
  });

  it('takes the column of the year, and tells which it leaves', () => {
    const { landings, unused } = lay(
      '签约数\t2023\t2024\t2025年\n生物医药\t1\t2\t3\n其他\t4\t5\t6',
    );
    expect(landings.map(({ cell, text }) => [cell, text])).toEqual([
      ['agreements~biomedicine', '3'],
      ['agreements~other', '6'],
    ]);
    expect(unused).toEqual(['2023', '2024']);
  });

  it('takes a number that looks like the year for a value where it stands alone', () => {
    expect(told('People trained\t2025')).toEqual(['people~ 2025']);
  });

  it('reads status, precision and notes behind the value', () => {
    const [first, second] = lay('5\t初步数\t至少\n7\tE\tan estimate\t据统计').landings;
    expect(first).toMatchObject({ status: 'P', note: { zh: '至少' } });
    expect(second).toMatchObject({
      status: 'E',
      note: { en: 'an estimate', zh: '据统计' },
    });
    expect(lay('5\tat least\n6\tabout').landings.map((one) => one.qualifier)).toEqual([
      'at_least',
      'about',
    ]);
  });

  it('never puts two rows into one cell', () => {
    expect(told('其他\t2\n其他\t3')).toEqual(['agreements~other 2', 'twice']);
  });
});
