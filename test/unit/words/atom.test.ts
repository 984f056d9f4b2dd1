import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeAtom, type Feed } from '../../../web/src/lib/words/atom.ts';
import { assertWellFormed } from '../chart/svg-xml.ts';

const feed = (changes: Partial<Feed>): Feed => ({
  self: 'https://example.org/en/releases.atom',
  page: 'https://example.org/en/releases',
  language: 'en-GB',
  title: 'Releases',
  author: 'The Center',
  entries: [],
  ...changes,
});

const entry = (n: number, summary = '') => ({
  url: `https://example.org/en/releases/${n}`,
  title: `Release ${n}`,
  publishedAt: `2025-01-0${n}T01:00:00.000Z`,
  summary,
});

const withoutDeclaration = (xml: string) => {
  expect(xml).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed /);
  return xml.slice(xml.indexOf('\n') + 1).trim();
};

describe('writeAtom', () => {
  it('names each release by its address and dates the feed by the newest', () => {
    const xml = writeAtom(feed({ entries: [entry(2, 'late data'), entry(1)] }));
    expect(xml.match(/<updated>[^<]+/g)).toEqual([
      '<updated>2025-01-02T01:00:00.000Z',
      '<updated>2025-01-02T01:00:00.000Z',
      '<updated>2025-01-01T01:00:00.000Z',
    ]);
    expect(xml.match(/<id>[^<]+/g)).toEqual([
      '<id>https://example.org/en/releases.atom',
      '<id>https://example.org/en/releases/2',
      '<id>https://example.org/en/releases/1',
    ]);
    expect(xml).toContain('<summary>late data</summary>');
  });

  it('has all that RFC 4287 asks of a feed, also of one without entries', () => {
    const xml = writeAtom(feed({}));
    for (const part of ['<id>', '<title>', '<updated>', '<author><name>', 'rel="self"'])
      expect(xml).toContain(part);
    assertWellFormed(withoutDeclaration(xml));
  });

  it('is well-formed whatever the texts hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (note, name) => {
        const xml = writeAtom(
          feed({ title: note, author: name, entries: [entry(1, `${note}<b>&]]>`)] }),
        );
        expect(() => assertWellFormed(withoutDeclaration(xml))).not.toThrow();
      }),
    );
  });
});
