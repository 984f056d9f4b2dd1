import { describe, expect, it } from 'vitest';
import type { Comparison } from '$schema/register/answers.ts';
import { compareWithRegister } from '../../../worker/figures/evidence.ts';
import { evidenceSentence } from '../../../web/src/lib/words/evidence.ts';

const plain = { qualifier: 'exact', status: 'A', sample: false, yearToDate: false } as const;

/** What is said where `value` is reported and `counted` are on the register. */
function say(
  value: number | null,
  counted: number,
  more: Partial<NonNullable<Comparison['figure']>> & {
    openEnded?: boolean;
    partsMissing?: boolean;
  } = {},
) {
  const { openEnded = false, partsMissing = false, ...marks } = more;
  const figure = { value, ...plain, ...marks };
  const found = {
    figure,
    counted,
    openEnded,
    partsMissing,
    ...compareWithRegister(figure, counted),
  };
  return [evidenceSentence(found, 'en'), evidenceSentence(found, 'zh')];
}

describe('evidenceSentence', () => {
  it.each([
    [say(5, 5), 'All 5 reported are on the register.', '公布数为5，均在台账。'],
    [say(1, 1), 'The one reported is on the register.', '公布数为1，均在台账。'],
    [say(0, 0), 'The figure is 0, and the register has no entry.', '公布数为0，台账亦无条目。'],
    [
      say(23, 8),
      '8 of 23 reported are on the register: 15 have no public entry.',
      '公布数为23，台账数为8；其余15未见公开资料。',
    ],
    [
      say(1, 0, { status: 'E' }),
      '0 of 1 reported are on the register: 1 has no public entry. The figure is an estimate.',
      '公布数为1，台账数为0；其余1未见公开资料。该数据为估计数。',
    ],
    [
      say(17, 17, { qualifier: 'at_least', openEnded: true }),
      '17 of at least 17 reported are on the register. The sources name some “and others”: those named are not all.',
      '公布数不少于17，台账数为17。来源列举以“等”字收尾，所列并非全部。',
    ],
    [
      say(1, 1, { qualifier: 'at_least', partsMissing: true }),
      '1 of at least 1 reported is on the register. Some parts of it have not been reported.',
      '公布数不少于1，台账数为1。部分分项未公布。',
    ],
    [
      say(8, 5, { qualifier: 'at_least' }),
      'Of at least 8 reported, the register has 5: at least 3 without a public entry.',
      '公布数不少于8，台账数为5；其余至少3未见公开资料。',
    ],
    [
      say(17, 20, { qualifier: 'at_least' }),
      'The register has 20, at least 17 were reported: the two agree, and the register names 3 more.',
      '台账数为20，公布数不少于17，二者相符；台账另列3。',
    ],
    [
      say(20, 18, { qualifier: 'about' }),
      'About 20 were reported; the register has 18, 2 fewer than that approximate number.',
      '公布数约为20，台账数为18，较该约数少2。',
    ],
    [
      say(5, 7),
      'The register has 7, 2 more than the 5 reported: the figure has not been corrected yet.',
      '台账数为7，较公布数5多2；公布数尚未更正。',
    ],
    [
      say(5, 7, { yearToDate: true }),
      'The register has 7, 2 more than the 5 reported so far. The year is not over yet.',
      '台账数为7，较截至目前的公布数5多2。本年度尚未结束。',
    ],
    [
      say(null, 3, { qualifier: null, status: 'O' }),
      'The register has 3; no figure has been reported.',
      '台账数为3，未公布数据。',
    ],
    [
      say(null, 0),
      'No figure has been reported, and the register has no entry.',
      '未公布数据，台账亦无条目。',
    ],
    [
      say(6, 2, { sample: true }),
      'The figure is sample data; the register has 2.',
      '该数据为示例数据；台账数为2。',
    ],
  ])('%s', ([english, chinese], expectedEnglish, expectedChinese) => {
    expect(english).toBe(expectedEnglish);
    expect(chinese).toBe(expectedChinese);
  });
});
