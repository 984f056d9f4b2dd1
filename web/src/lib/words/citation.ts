import * as m from '$lib/paraglide/messages.js';
import { formatDate } from './dates.ts';
import type { Locale } from './locale.ts';
import { straight } from './text.ts';
import { wallTime } from './zoned-time.ts';

/** What a citation of a chart is made of. */
export interface Cited {
  /** The centre. */
  author: string;
  /** What is shown, of which years; says so where it holds sample figures. */
  title: string;
  /** The number of the release that was read, and when it was published (ISO 8601). */
  release: number;
  published: string;
  /** Of the centre: the day of a release is read in it. */
  timeZone: string;
  /** The chart's page, whole. */
  address: string;
}

/** On one line: a line break in a name would end the entry of a list. */
const line = (text: string): string => straight(text).replace(/\s+/g, ' ').trim();

const parts = ({ author, title, release, address }: Cited) => ({
  author: line(author),
  title: line(title),
  n: String(release),
  address,
});

/**
 * After the manner of APA (7th edition) for a data set that may change: with the day on which it was read.
 * @param accessed that day, in words
 */
export function citeApa(cited: Cited, accessed: string, locale: Locale): string {
  const published = formatDate(cited.published, locale, cited.timeZone);
  const year = wallTime(new Date(cited.published), cited.timeZone).slice(0, 4);
  return m.share_cite_apa({ ...parts(cited), published, year, accessed }, { locale });
}

/**
 * As GB/T 7714-2015 has an electronic resource, here an online database:
 * responsible body. title: edition[DB/OL]. (day of publication)[day of access]. address
 * @param accessed the day of access, `2026-11-22`
 */
export function citeGbt(cited: Cited, accessed: string, locale: Locale): string {
  const published = wallTime(new Date(cited.published), cited.timeZone).slice(0, 10);
  return m.share_cite_gbt({ ...parts(cited), published, accessed }, { locale });
}
