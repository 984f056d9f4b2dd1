import { describe, expect, it } from 'vitest';
import { instantOf, wallTime, zoneName } from '../../../web/src/lib/words/zoned-time.ts';

describe('instantOf', () => {
  it('reads a clock on the wall of the time zone', () => {
    expect(instantOf('2026-12-01T09:00', 'Asia/Shanghai')).toBe('2026-12-01T01:00:00.000Z');
    expect(instantOf('2026-07-01T09:00', 'Europe/Berlin')).toBe('2026-07-01T07:00:00.000Z');
    expect(instantOf('2026-01-01T00:30', 'Asia/Kolkata')).toBe('2025-12-31T19:00:00.000Z');
  });

  it('takes the first of an hour that comes twice, and moves one that does not come', () => {
    expect(instantOf('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
    expect(instantOf('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('is the other way round of wallTime', () => {
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'Pacific/Apia'])
      for (const at of ['2026-11-01T12:00:00.000Z', '2026-03-08T18:15:00.000Z'])
        expect(instantOf(wallTime(new Date(at), zone), zone)).toBe(at);
  });

  it('takes nothing else for a time', () => {
    for (const text of ['', '2026-12-01', '2026-13-01T09:00', 'tomorrow'])
      expect(instantOf(text, 'Asia/Shanghai')).toBeNull();
  });
});

it('names a time zone in a language', () => {
  expect(zoneName('Asia/Shanghai', 'en-GB')).toBe('China Standard Time');
  expect(zoneName('Asia/Shanghai', 'zh-CN')).toBe('中国标准时间');
});
