import type { RecordImport } from '../../../../schema/staff/register-import.ts';
import { hashImport } from '../../../imports/hash-import.ts';
import { tellFault } from '../../../imports/register/problems.ts';
import type { ReadRecords } from '../../../imports/register/read-records.ts';
import type { StaffDb } from '../open.ts';
import { nameOrganisations } from './similar.ts';
import type { Sorted } from './import-judge.ts';
import { changes, type Proposals } from './import-propose.ts';
import { organisationsOf } from './rows.ts';

/** Entries that an answer names of each kind; the counts are whole. */
const SHOWN = 500;

/** Tells what an import comes to. */
export async function tellImport(
  db: StaffDb,
  file: ReadRecords,
  { proposed, organisations: desk }: Proposals,
  { good, organisations, sources }: Sorted,
): Promise<RecordImport> {
  const named = good.map(({ record, key, state, content }) => {
    const before = state ? (state.content ?? state.published) : null;
    return { row: record.row, key, before, after: content };
  });
  const added = named.filter(({ before }) => before === null);
  const changed = named.filter(({ before }) => before !== null) as RecordImport['changed'];
  const faults = [...file.faults, ...proposed.flatMap((one) => one.faults)];
  const isWrong = ({ faults: own }: (typeof proposed)[number]) => own.length > 0;
  const rest = proposed.filter((one) => !isWrong(one));
  const shownChanges = [...added.slice(0, SHOWN), ...changed.slice(0, SHOWN)];
  const bodies = shownChanges.flatMap(({ before, after }) => [
    ...organisationsOf(before),
    ...organisationsOf(after),
  ]);
  const questions = [...desk.questions.values()];
  const candidates = questions.slice(0, SHOWN).flatMap((one) => one.candidates);
  const names = await nameOrganisations(db, [...bodies, ...candidates]);
  const nameOf = new Map(names.map((name) => [name.id, name]));
  const unread = rest.flatMap((one) => one.unread);
  return {
    dryRun: false,
    file: file.file,
    counts: {
      added: added.length,
      changed: changed.length,
      same: rest.filter((one) => !one.waits && !changes(one)).length,
      waiting: rest.filter((one) => one.waits).length,
      wrong: proposed.filter(isWrong).length + file.faults.length,
      faults: faults.length,
      organisations: organisations.length,
      sources: sources.length,
    },
    added: added.slice(0, SHOWN).map(({ before: _, ...one }) => one),
    changed: changed.slice(0, SHOWN),
    organisations: organisations.slice(0, SHOWN),
    sources: sources.slice(0, SHOWN),
    named: names,
    questions: questions.slice(0, SHOWN).map((one) => ({
      ...one,
      rows: one.rows.slice(0, 20),
      candidates: one.candidates.flatMap((id) => nameOf.get(id) ?? []),
    })),
    unread: unread.slice(0, SHOWN),
    wrong: faults
      .toSorted((a, b) => a.row - b.row)
      .slice(0, SHOWN)
      .map((one) => tellFault(one, file.columns.heads)),
    basis: hashImport({ named, organisations, sources }),
  };
}
