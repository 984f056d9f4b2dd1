import { describe, expect, it } from 'vitest';
import { nameKey } from '../../../schema/register/name-key.ts';

describe('nameKey', () => {
  it.each([
    ['昆明技術轉移協會', '昆明技术转移协会'],
    ['標準續編', '标准续编'],
    ['ＩＴＴＮ　（北京）', 'ittn北京'],
    ['São Paulo—R&D', 'sao paulo rd'],
    ['', '…'],
  ])('takes %s for %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it('tells apart what differs', () => {
    expect(nameKey('技术转移协会')).not.toBe(nameKey('技术转移学会'));
    expect(nameKey('NATT 2')).not.toBe(nameKey('NATT'));
  });
});
