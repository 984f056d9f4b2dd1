import type { ImportAnswer, WrongRow } from '../../../schema/staff/imports.ts';
import type { Refusal } from '../../../schema/staff/words.ts';
import { effective, factOf } from '../../../schema/staff/checks.ts';
import { isSameContent, type CellChange } from '../../figures/judge-cells.ts';
import { cellKeyOf } from '../../figures/return-cells.ts';
import { hashImport } from '../../imports/hash-import.ts';
import { wrong } from '../../imports/problems.ts';
import type { Reading, Readings } from '../../imports/readings.ts';
import { asContent, toContent } from '../../imports/to-content.ts';
import { readDrafting, type Drafting } from './drafting.ts';
import type { StaffDb } from './open.ts';
import { judgeChanges, listStarts } from './save-cells.ts';
import { startedDrafts } from './start-return.ts';

/** Rows that an answer names of each kind; the counts are whole. */
const SHOWN = 500;

/** A file may hold anything in the place of an id; none of the catalogue is longer. */
const ID_LENGTH = 60;

/** What an import comes to: its answer, and the changes that can be saved together. */
export interface Judged {
  answer: ImportAnswer;
  changes: CellChange[];
}

type Proposed = CellChange & {
  reading: Reading;
  before: ImportAnswer['changed'][number]['before'] | null;
};

/** Compares a file with the figures as they are now: as published, as drafted, and as the catalogue allows. */
export async function judgeImport(
  db: StaffDb,
  file: Readings,
  rows: number,
  now: Date,
): Promise<Judged> {
  const years = [...new Set(file.readings.map(({ year }) => year))];
  const metrics = [...new Set(file.readings.map(({ metric }) => metric.slice(0, ID_LENGTH)))];
  const drafting = await readDrafting(db, { years, metrics });
  const locked = new Set(years.filter((year) => isLocked(year, drafting, now)));
  const free = file.readings.filter(({ year }) => !locked.has(year));
  const startable = years.filter((year) => !locked.has(year));
  const starts = listStarts(startable, drafting, now, true);
  const proposed = proposeChanges(free, drafting, starts);
  const { good, refused } = sortOut(proposed.changes, drafting, starts, now);
  const wrongRows = [
    ...file.wrong,
    ...file.readings
      .filter(({ year }) => locked.has(year))
      .map((reading) => say(reading, 'return_locked')),
    ...refused,
  ].toSorted(byRow);
  const filled = [...new Set(good.map(({ year }) => year))].toSorted((a, b) => a - b);
  const named = good.map(({ reading, before, content }) => {
    const { row, metric, year, member } = reading;
    return { row, metric, year, member, before, after: content! };
  });
  const added = named.filter(({ before }) => before === null);
  const changed = named.filter(({ before }) => before !== null) as ImportAnswer['changed'];
  const outcome = { named, starts: starts.filter((year) => filled.includes(year)) };
  const answer = {
    dryRun: false,
    rows,
    counts: {
      added: added.length,
      changed: changed.length,
      same: proposed.same,
      wrong: wrongRows.length,
      leftOut: file.leftOut,
    },
    added: added.slice(0, SHOWN).map(({ before: _, ...row }) => row),
    changed: changed.slice(0, SHOWN),
    wrong: wrongRows.slice(0, SHOWN),
    years: filled,
    starts: outcome.starts,
    yearTexts: [...file.yearTexts].flatMap(([text, year]) =>
      text === String(year) ? [] : [{ text, year }],
    ),
    basis: hashImport(outcome),
  };
  return {
    answer,
    changes: good.map(({ metric, year, member, content }) => ({ metric, year, member, content })),
  };
}

/** By row; what only follows from other wrong rows comes last. */
const byRow = (a: WrongRow, b: WrongRow) =>
  Number(a.code === 'sum_of_wrong') - Number(b.code === 'sum_of_wrong') || a.row - b.row;

/** In review; or published by a release that waits for its time. */
function isLocked(year: number, { returns, catalogue }: Drafting, now: Date): boolean {
  const found = returns.get(year);
  if (!found) return false;
  const waits = catalogue.newestAt !== null && catalogue.newestAt > now.toISOString();
  return found.state === 'submitted' || (waits && found.release === catalogue.newest);
}

/** What the readings change in the figures as they are, with the returns of `starts` begun anew. */
function proposeChanges(
  readings: Reading[],
  { cells }: Drafting,
  starts: number[],
): { changes: Proposed[]; same: number } {
  const drafts = startedDrafts(cells.drafts, (year) => starts.includes(year));
  const changes = readings.flatMap((reading): Proposed[] => {
    const { metric, year, member } = reading;
    const key = cellKeyOf({ metric, year, member });
    const published = cells.published.get(key) ?? null;
    const draft = drafts.get(key) ?? null;
    const present = effective({ published, draft });
    const content = toContent(reading, present);
    if (present && isSameContent(asContent(year, present), content)) return [];
    return [
      { metric, year, member, content, reading, before: draft?.content ?? factOf(published) },
    ];
  });
  return { changes, same: readings.length - changes.length };
}

const ofSums: Refusal = 'total_below_parts';

/** Which changes can be saved together. Without those that cannot, others may not be true any more either. */
function sortOut(
  proposed: Proposed[],
  drafting: Drafting,
  starts: number[],
  now: Date,
): { good: Proposed[]; refused: WrongRow[] } {
  const refused: WrongRow[] = [];
  let good = proposed;
  for (;;) {
    if (good.length === 0) return { good, refused };
    const judged = judgeChanges(good, drafting, starts, now);
    // Sums are judged last: a row that is refused by itself is no part of one, and no total.
    const byItself = judged.some(({ refusal }) => refusal !== null && refusal !== ofSums);
    const kept = good.filter((change, i) => {
      const { refusal } = judged[i]!;
      if (refusal === null || (byItself && refusal === ofSums)) return true;
      refused.push(say(change.reading, refusal));
      return false;
    });
    if (kept.length === good.length) return { good, refused };
    good = kept;
  }
}

const say = ({ row, column, text }: Reading, code: WrongRow['code']) =>
  wrong(row, column, text, code);
