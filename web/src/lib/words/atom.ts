import { escapeXml } from '../chart/escape.ts';

/** What a feed says of one publication. */
export interface FeedEntry {
  /** Address of its page, which is also its id: it never changes. */
  url: string;
  title: string;
  /** ISO 8601 instant. */
  publishedAt: string;
  summary: string;
}

export interface Feed {
  /** Address of the feed itself, and its id. */
  self: string;
  /** Address of the page that says the same to people. */
  page: string;
  language: string;
  title: string;
  author: string;
  /** Newest first. */
  entries: FeedEntry[];
}

/** What an empty feed was last changed at: Atom wants an instant. */
const NEVER = '1970-01-01T00:00:00Z';

/** An Atom feed (RFC 4287) as text. A release never changes, so an entry is updated when it was published. */
export function writeAtom({ self, page, language, title, author, entries }: Feed): string {
  const url = escapeXml(self);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(language)}">`,
    `<id>${url}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${escapeXml(entries[0]?.publishedAt ?? NEVER)}</updated>`,
    `<author><name>${escapeXml(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${url}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>`,
    ...entries.map(writeEntry),
    '</feed>',
    '',
  ].join('\n');
}

function writeEntry({ url, title, publishedAt, summary }: FeedEntry): string {
  const at = escapeXml(publishedAt);
  return [
    '<entry>',
    `<id>${escapeXml(url)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<published>${at}</published>`,
    `<updated>${at}</updated>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(url)}"/>`,
    `<summary>${escapeXml(summary)}</summary>`,
    '</entry>',
  ].join('\n');
}
