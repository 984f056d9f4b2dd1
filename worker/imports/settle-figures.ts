import type { Mapping, WrongRow } from '../../schema/staff/imports.ts';
import { qualifySum, weakestStatus } from '../figures/totals.ts';
import { wrong } from './problems.ts';
import { placeKey, type Blank, type Place, type Reading } from './readings.ts';

interface Settled {
  readings: Reading[];
  wrong: WrongRow[];
  leftOut: number;
}

/** Digits that a sum of decimal numbers is good for. */
const PRECISION = 15;

/**
 * Makes of all cells of a file one reading for each figure. Several for one figure are all wrong, or are added up; a
 * sum is made whole or not at all: one of which a row could not be read is wrong too.
 * @param unread what is known of the figures that could not be read
 */
export function settleFigures(
  cells: (Reading | Blank)[],
  unread: Partial<Place>[],
  duplicates: Mapping['duplicates'],
): Settled {
  const groups = Map.groupBy(cells, placeKey);
  const unreadKeys = new Set(unread.map(placeKey));
  const settled: Settled = { readings: [], wrong: [], leftOut: 0 };
  for (const group of groups.values()) {
    const first = group[0]!;
    const known = group.filter(isReading);
    const say = (reading: Reading | Blank, code: WrongRow['code']) =>
      settled.wrong.push(wrong(reading.row, reading.column, reading.text, code));
    if (known.length === 0) {
      settled.leftOut += group.length;
    } else if (duplicates === 'refuse') {
      settled.leftOut += group.length - known.length;
      if (known.length === 1) settled.readings.push(known[0]!);
      else for (const reading of known) say(reading, 'duplicate');
    } else if (mayBelongTo(first, unreadKeys)) {
      say(first, 'sum_of_wrong');
    } else {
      const fault = faultOf(known);
      if (fault) say(fault.reading, fault.code);
      else settled.readings.push(sum(known, known.length < group.length));
    }
  }
  return settled;
}

const isReading = (cell: Reading | Blank): cell is Reading => cell.value !== undefined;

/** Whether what could not be read may be part of this figure: it agrees in all that is known of it. */
function mayBelongTo({ metric, member, year }: Place, unread: Set<string>): boolean {
  if (unread.size === 0) return false;
  return [{ metric }, {}].some((ofMetric) =>
    [{ member }, {}].some((ofMember) =>
      [{ year }, {}].some((ofYear) =>
        unread.has(placeKey({ ...ofMetric, ...ofMember, ...ofYear })),
      ),
    ),
  );
}

function faultOf(group: Reading[]): { reading: Reading; code: WrongRow['code'] } | null {
  // A negative part would vanish in the sum, where nothing could refuse it any more.
  const negative = group.length > 1 && group.find(({ value }) => value !== null && value < 0);
  if (negative) return { reading: negative, code: 'negative' };
  const other = group.find(({ source }) => source !== group[0]!.source);
  if (other) return { reading: other, code: 'sources_differ' };
  const contradictory = group.find(({ value, status }) => value !== null && status === 'O');
  return contradictory ? { reading: contradictory, code: 'value_with_missing' } : null;
}

/** @param incomplete whether some of its cells have nothing in them */
function sum(group: Reading[], incomplete: boolean): Reading {
  const [first, ...others] = group as [Reading, ...Reading[]];
  if (others.length === 0 && !incomplete) return first;
  const known = group.filter(({ value }) => value !== null);
  const note = Object.fromEntries(
    Object.keys(first.note).map((language) => [
      language,
      [...new Set(group.flatMap((reading) => reading.note[language] ?? []))].join('\n') || null,
    ]),
  );
  if (known.length === 0) return { ...first, note };
  const total = known.reduce((all, { value }) => all + value!, 0);
  return {
    ...first,
    text: others.length > 0 ? known.map(({ text }) => text).join(' + ') : first.text,
    value: Number(total.toPrecision(PRECISION)),
    qualifier: qualifySum(
      known.map(({ qualifier }) => qualifier ?? 'exact'),
      incomplete || known.length < group.length,
    ),
    status: first.status && weakestStatus(known.map(({ status }) => status ?? 'A')),
    note,
  };
}
