import { nameKey } from '../../../../schema/register/name-key.ts';
import type { RecordContent } from '../../../../schema/staff/register.ts';
import type { RecordChoices } from '../../../../schema/staff/register-import.ts';
import { isSameContent } from '../../../figures/same-content.ts';
import type { FileRecord } from '../../../imports/register/group-rows.ts';
import { fault, type Fault } from '../../../imports/register/problems.ts';
import { OrganisationDesk } from '../../../imports/register/resolve-organisations.ts';
import { SourceDesk, type Unread } from '../../../imports/register/resolve-sources.ts';
import { takeId } from '../../../imports/register/slugs.ts';
import { toParties, type Parties } from '../../../imports/register/to-parties.ts';
import { isByItsId, toRecord } from '../../../imports/register/to-record.ts';
import type { RegisterState } from './entries.ts';
import { findMatches, idBaseOf, isOnRegister, type ImportFrame } from './import-frame.ts';

/** What a record of a file comes to, looked at alone. */
export interface Proposed {
  record: FileRecord;
  key: string;
  /** Undefined: it is new. */
  state: RegisterState<RecordContent> | undefined;
  /** Null: wrong, or waiting for an answer. */
  content: RecordContent | null;
  parties: Parties | undefined;
  faults: Fault[];
  waits: boolean;
  unread: Unread[];
}

export interface Proposals {
  proposed: Proposed[];
  organisations: OrganisationDesk;
  sources: SourceDesk;
}

type Known = { key: string } | { fault: Fault };

/** Says of each record of a file what it shall be, by what there is. Reads nothing. */
export function proposeRecords(
  records: readonly FileRecord[],
  frame: ImportFrame,
  { hasParties, answers }: { hasParties: boolean; answers: RecordChoices['organisations'] },
): Proposals {
  const organisations = new OrganisationDesk(
    frame.organisations,
    answers,
    frame.taken.organisation,
  );
  const sources = new SourceDesk(frame.working.sources, frame.taken.source);
  const known = identify(records, frame);
  const byTitle = titlesOf(records, known);
  const proposed = records.map((record, i): Proposed => {
    const { values } = record;
    const own = known[i]!;
    const key = 'key' in own ? own.key : '';
    const state = isOnRegister(frame, key) ? frame.states.get(key) : undefined;
    const present = state ? (state.content ?? state.published) : null;
    const faults = [...record.faults, ...('fault' in own ? [own.fault] : [])];
    if (state?.sample) faults.push(fault(record.row, 'id', key, 'sample_record'));
    const parties = hasParties
      ? toParties(record.parties, organisations, present?.parties ?? [], isByItsId(values))
      : undefined;
    const source = sources.resolve(record);
    if (source && 'fault' in source) faults.push(source.fault);
    faults.push(...(parties?.faults ?? []));
    const partOf = values.part_of && (byTitle.get(nameKey(values.part_of)) ?? values.part_of);
    const settled = { source: source && 'id' in source ? source.id : null, partOf, parties };
    const made = toRecord(record, present, frame.breakdowns, settled);
    // Of a record that is not known nothing can be missing; a source that is wrong was told.
    const isTold = ({ code }: Fault) =>
      'fault' in own || (code === 'source_missing' && source !== null);
    if ('faults' in made) faults.push(...made.faults.filter((one) => !isTold(one)));
    const waits = parties?.waits ?? false;
    const isGood = faults.length === 0 && !waits && 'content' in made;
    return {
      ...{ record, key, state, parties, faults, waits },
      content: isGood ? made.content : null,
      unread: [...(parties?.unread ?? []), ...(source && 'id' in source ? source.unread : [])],
    };
  });
  return { proposed, organisations, sources };
}

/** The entry that each record of the file is, or the id that it gets. */
function identify(records: readonly FileRecord[], frame: ImportFrame): Known[] {
  const taken = new Set(frame.taken.record);
  const used = new Set<string>();
  const found = records.map((record): Known | null => {
    const { row, values } = record;
    const told = (code: Fault['code'], value = '') => ({ fault: fault(row, 'id', value, code) });
    const id = values.id ?? null;
    if (id !== null && isOnRegister(frame, id)) return { key: id };
    const matches = findMatches(record, frame).filter(({ key }) => isOnRegister(frame, key));
    if (id === null) {
      if (matches.length > 1)
        return told('several_records', matches.map(({ key }) => key).join(', '));
      return matches[0] ? { key: matches[0].key } : null;
    }
    if (matches[0]) return told('record_there', matches[0].key);
    if (taken.has(id)) return told('id_taken', id);
    taken.add(id);
    return { key: id };
  });
  return found.map((known, i): Known => {
    const record = records[i]!;
    if (known === null) return { key: takeId(idBaseOf(record), taken) };
    if ('fault' in known) return known;
    const isTwice = used.has(known.key);
    used.add(known.key);
    return isTwice ? { fault: fault(record.row, 'id', known.key, 'record_twice') } : known;
  });
}

/** Ids of the records of the file by their titles, for those that took place in them. */
function titlesOf(records: readonly FileRecord[], known: readonly Known[]): Map<string, string> {
  const ids = new Map<string, string>();
  records.forEach(({ values }, i) => {
    const own = known[i]!;
    for (const title of [values.title_zh, values.title_en]) {
      if (title && 'key' in own && !ids.has(nameKey(title))) ids.set(nameKey(title), own.key);
    }
  });
  return ids;
}

/** Whether a proposal changes anything. */
export const changes = ({ state, content }: Proposed): boolean =>
  content !== null && !(state && isSameContent(content, state.content));
