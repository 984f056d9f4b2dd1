import { describe, expect, it } from 'vitest';
import { turnsTrend } from '../../../worker/figures/trend.ts';

const exactly = (value: number | null) => ({ value, qualifier: 'exact' as const });
const atLeast = (value: number) => ({ value, qualifier: 'at_least' as const });

describe('turnsTrend', () => {
  it('sees that a rise from the year before becomes a fall', () => {
    expect(turnsTrend(exactly(12), exactly(8), [exactly(10), null])).toBe(true);
    expect(turnsTrend(exactly(12), exactly(11), [exactly(10), null])).toBe(false);
  });

  it('sees that a rise to the year after becomes a fall', () => {
    expect(turnsTrend(exactly(12), exactly(20), [null, exactly(15)])).toBe(true);
  });

  it('says nothing of what was level, is not known, or is a lower bound', () => {
    expect(turnsTrend(exactly(10), exactly(8), [exactly(10)])).toBe(false);
    expect(turnsTrend(null, exactly(8), [exactly(10)])).toBe(false);
    expect(turnsTrend(exactly(12), exactly(null), [exactly(10)])).toBe(false);
    expect(turnsTrend(exactly(12), null, [exactly(10)])).toBe(false);
    expect(turnsTrend(atLeast(12), exactly(8), [exactly(10)])).toBe(false);
    expect(turnsTrend(exactly(12), exactly(8), [atLeast(10)])).toBe(false);
  });
});
