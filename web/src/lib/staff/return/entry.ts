import { readNumber } from '$schema/staff/numbers.ts';
import type { PublishedCell } from '$schema/staff/cells.ts';
import type { CellContent } from '$schema/staff/words.ts';
import type { Localised, Qualifier, Status } from '$schema/vocabulary.ts';

/** What stands in the fields of one cell, as typed. */
export interface Entry {
  text: string;
  qualifier: Qualifier;
  status: Status;
  source: string | null;
  note: Localised | null;
  /** Takes a published figure out of the record. */
  withdrawn: boolean;
  /** The register says its number, and what else it decides. */
  follows: boolean;
}

/** Why what stands there is not sent: no number can be read, or what was said of it lacks the number itself. */
export type Hold = 'unreadable' | 'no_value';

export const blankEntry: Readonly<Entry> = {
  text: '',
  qualifier: 'exact',
  status: 'A',
  source: null,
  note: null,
  withdrawn: false,
  follows: false,
};

/** A number as it stands in a field: digits alone, so that it can be typed over. */
export const numberText = (value: number | null): string =>
  value === null ? '' : Math.abs(value) < 1e21 ? String(value) : value.toFixed(0);

/** A sample figure is nothing to start from: no one has reported it. */
const reported = (published: PublishedCell | null) =>
  published && !published.sample ? published : null;

/** The fields of a cell. Without content: as published. */
export function entryOf(
  content: CellContent | null,
  published: PublishedCell | null,
  follows = false,
): Entry {
  const said = content ?? reported(published);
  if (!said) return { ...blankEntry, follows };
  if ('withdrawn' in said && said.withdrawn)
    return { ...blankEntry, note: said.note, withdrawn: true };
  const { value, qualifier, status, source, note } = said as Exclude<
    typeof said,
    { withdrawn: true }
  >;
  const text = numberText(value);
  return { text, qualifier, status, source, note, withdrawn: false, follows };
}

/** What the fields of a cell say; or why they say nothing yet. Content null: as published. */
export function readEntry(
  entry: Entry,
  published: PublishedCell | null,
): { content: CellContent | null } | { hold: Hold } {
  const note = cleanNote(entry.note);
  if (entry.withdrawn) return { content: { withdrawn: true, note } };
  const read = readNumber(entry.text);
  if (read.kind === 'unreadable') return { hold: 'unreadable' };
  const { source } = entry;
  if (read.kind === 'missing' || (read.kind === 'blank' && entry.status === 'O'))
    return orPublished({ value: null, qualifier: 'exact', status: 'O', source, note }, published);
  if (read.kind === 'blank') {
    const says = note !== null || source !== null || entry.status !== 'A';
    return says && !reported(published) ? { hold: 'no_value' } : { content: null };
  }
  const qualifier = read.qualifier === 'exact' ? entry.qualifier : read.qualifier;
  const status = entry.status === 'O' ? 'A' : entry.status;
  return orPublished({ value: read.value, qualifier, status, source, note }, published);
}

function orPublished(content: CellContent, published: PublishedCell | null) {
  const was = reported(published) && entryOf(null, published);
  const now = entryOf(content, null);
  return { content: was && sameEntry(was, now) ? null : content };
}

/** The fields once they are left: the number in plain digits, its sign moved to where it belongs. */
export function settleEntry(entry: Entry, published: PublishedCell | null): Entry {
  const read = readEntry(entry, published);
  return 'hold' in read ? entry : entryOf(read.content, published, entry.follows);
}

export const sameEntry = (a: Entry, b: Entry): boolean => canonical(a) === canonical(b);

/** Whether two drafts say the same of a figure. */
export const sameContent = (a: CellContent | null, b: CellContent | null): boolean =>
  a === null || b === null ? a === b : canonical(entryOf(a, null)) === canonical(entryOf(b, null));

function cleanNote(note: Localised | null): Localised | null {
  const words = Object.entries(note ?? {})
    .map(([language, text]) => [language, text.trim()] as const)
    .filter(([, text]) => text !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return words.length ? Object.fromEntries(words) : null;
}

const canonical = ({ text, qualifier, status, source, note, withdrawn, follows }: Entry): string =>
  JSON.stringify([text.trim(), qualifier, status, source, cleanNote(note), withdrawn, follows]);
