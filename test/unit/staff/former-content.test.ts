import { describe, expect, it } from 'vitest';
import { formerContent } from '../../../worker/figures/former-content.ts';

const stated = {
  value: 5,
  qualifier: 'exact',
  status: 'A',
  source: 'report',
  note: null,
} as const;

describe('formerContent', () => {
  it('is the draft of then', () => {
    expect(formerContent({ ...stated, source: null }, { sample: false })).toEqual({
      ...stated,
      source: null,
    });
    const withdrawn = { withdrawn: true, note: { en: 'Counted twice' } } as const;
    expect(formerContent(withdrawn, null)).toEqual(withdrawn);
  });

  it('is the published figure of then, with its source', () => {
    expect(formerContent({ ...stated, sample: false }, { sample: false })).toEqual(stated);
  });

  it.each([
    ['nothing', null],
    ['a sample figure', { ...stated, sample: true }],
  ])('is no figure where there was %s: one published since is withdrawn', (_, former) => {
    expect(formerContent(former, null)).toBeNull();
    expect(formerContent(former, { sample: true })).toBeNull();
    expect(formerContent(former, { sample: false })).toEqual({ withdrawn: true, note: null });
  });
});
