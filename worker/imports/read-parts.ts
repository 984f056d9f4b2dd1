import { cleanText } from '../../schema/staff/clean-text.ts';
import { readNumber } from '../../schema/staff/numbers.ts';
import type { ImportProblem } from '../../schema/staff/words.ts';
import type { Mapping } from '../../schema/staff/imports.ts';
import {
  qualifiers,
  statuses,
  TOTAL,
  type Qualifier,
  type Status,
} from '../../schema/vocabulary.ts';

/** What was read, or why it cannot be. */
export type Read<T> = { ok: T } | { problem: ImportProblem };

type Values = Extract<Mapping['metric'], { column: string }>['values'];

const NOTE_LENGTH = 2000;

/**
 * The id that a text stands for: by the map where there is one, else the text itself.
 * @returns null where the map leaves it out
 */
export function readId(text: string, values: Values): Read<string | null> {
  const plain = text.trim();
  if (!values) return { ok: plain };
  const found = Object.hasOwn(values, plain) ? values[plain] : undefined;
  return found === undefined ? { problem: 'not_mapped' } : { ok: found };
}

/** The same of a member. Without a map `total` is the total, and an empty cell is no answer. */
export function readMember(text: string, values: Values): Read<string | null> {
  if (values) return readId(text, values);
  const plain = text.trim();
  if (plain === '') return { problem: 'no_member' };
  return { ok: plain.toLowerCase() === 'total' ? TOTAL : plain };
}

type ReadValue = { value: number | null | undefined; qualifier: Qualifier };

export function readValue(text: string): Read<ReadValue> {
  const read = readNumber(text);
  if (read.kind === 'unreadable') return { problem: 'unreadable_number' };
  if (read.kind === 'value') return { ok: { value: read.value, qualifier: read.qualifier } };
  return { ok: { value: read.kind === 'missing' ? null : undefined, qualifier: 'exact' } };
}

const words = new Map<string, Qualifier>([
  ['', 'exact'],
  ...qualifiers.map((qualifier) => [qualifier, qualifier] as const),
  ['=', 'exact'],
  ['≥', 'at_least'],
  ['>=', 'at_least'],
  ['~', 'about'],
  ['≈', 'about'],
]);

export function readQualifier(text: string): Read<Qualifier> {
  const found = words.get(text.trim().toLowerCase());
  return found ? { ok: found } : { problem: 'unreadable_qualifier' };
}

/** An empty cell says normal. */
export function readStatus(text: string): Read<Status> {
  const plain = text.trim().toUpperCase() || 'A';
  const found = statuses.find((status) => status === plain);
  return found ? { ok: found } : { problem: 'unreadable_status' };
}

/** A note, on lines that end in one way. */
export function readNote(text: string): Read<string> {
  const plain = cleanText(text.replace(/\r\n?/g, '\n'));
  return plain.length > NOTE_LENGTH ? { problem: 'too_long' } : { ok: plain };
}
