import { describe, expect, it } from 'vitest';
import { citeApa, citeGbt, type Cited } from '../../../web/src/lib/words/citation.ts';
import { citedTitle, nameOf } from '../../../web/src/lib/share/names.ts';
import type { Locale } from '../../../web/src/lib/words/locale.ts';
import { agreements, chartOf, figuresOf } from '../chart/figures.ts';
import { centre } from '../chart/files.ts';

const cited = (change: Partial<Cited> = {}): Cited => ({
  author: 'BRICS Technology Transfer Center',
  title: 'Agreements signed by domain, 2018–2024',
  release: 4,
  // Already the next day where the centre is.
  published: '2024-11-11T17:00:00Z',
  timeZone: 'Asia/Shanghai',
  address: 'https://yearbook.example.org/en/metrics/agreements-signed?release=4',
  ...change,
});

describe('a citation', () => {
  it('follows APA for data that may change', () => {
    expect(citeApa(cited(), '22 November 2026', 'en')).toBe(
      'BRICS Technology Transfer Center. (2024). Agreements signed by domain, 2018–2024 (Release 4, ' +
        '12 November 2024) [Data set]. Retrieved 22 November 2026, from ' +
        'https://yearbook.example.org/en/metrics/agreements-signed?release=4',
    );
  });

  it('follows GB/T 7714-2015 for an electronic resource', () => {
    const chinese = cited({
      author: '金砖国家技术转移中心',
      title: '签约数（按领域分），2018—2024年',
    });
    expect(citeGbt(chinese, '2026-11-22', 'zh')).toBe(
      '金砖国家技术转移中心. 签约数（按领域分），2018—2024年: 第4次发布[DB/OL]. (2024-11-12)[2026-11-22]. ' +
        'https://yearbook.example.org/en/metrics/agreements-signed?release=4',
    );
    expect(citeGbt(cited(), '2026-11-22', 'en')).toMatch(/: release 4\[DB\/OL\]\. \(2024-11-12\)/);
  });

  it('stays on one line, and turns no text around', () => {
    const hostile = cited({ title: 'a\r\nb\u202ec', author: 'x\ny' });
    for (const cite of [citeApa, citeGbt])
      expect(cite(hostile, '2026-11-22', 'en')).toMatch(/^x y\. .*a bc[^\n]*$/);
  });
});

describe('what a chart is called elsewhere', () => {
  const named = (given: Parameters<typeof figuresOf>[0], locale: Locale = 'en') => ({
    model: chartOf(figuresOf(given, { by: { transfer: given } }), {}, locale),
    metric: agreements,
    centre,
  });

  it('says what it shows where it is frozen, and no figure where it follows the record', () => {
    expect(nameOf(named([3, 12]), true)).toBe(
      'Agreements signed rose from 3 in 2018 to 12 in 2019',
    );
    expect(nameOf(named([3, 12]), false)).toBe(
      'Agreements signed by domain: chart of the BRICS Technology Transfer Center',
    );
    expect(citedTitle(named([3, 12], 'zh'))).toBe('签约数（按领域分），2018—2019年');
  });

  it('is called as staff call it, but for a number that would stay beside a live chart', () => {
    const own = (ownTitle: string) => ({ ...named([3, 12]), ownTitle });
    expect(nameOf(own('Signed since 2018'), false)).toBe(
      'Signed since 2018: chart of the BRICS Technology Transfer Center',
    );
    expect(nameOf(own('12 signed in 2019'), false)).toMatch(/^Agreements signed by domain: /);
    expect(citedTitle(own('12 signed in 2019'))).toBe('12 signed in 2019, 2018–2019');
  });

  it('names the product where the record names no centre', () => {
    expect(nameOf({ ...named([3, 12]), centre: { names: {} } }, false)).toMatch(/ the Yearbook$/);
  });

  it('says once that it holds sample figures', () => {
    for (const given of [
      ['S3', 12],
      ['S3', 'S12'],
    ])
      for (const text of [
        nameOf(named(given), true),
        nameOf(named(given), false),
        citedTitle(named(given)),
      ])
        expect(text.match(/\(sample figures\)/g), text).toHaveLength(1);
    expect(citedTitle(named(['S3'], 'zh'))).toContain('（示例数据）');
  });
});
