import type { OrganisationContent, RecordContent } from '../../../../schema/staff/register.ts';
import { faultAt, toFaults } from '../../../imports/register/to-record.ts';
import { toOrganisation } from '../../../imports/register/resolve-organisations.ts';
import type { NewSource } from '../../../imports/register/resolve-sources.ts';
import type { StaffDb } from '../open.ts';
import type { WorkingCatalogue } from '../working-catalogue.ts';
import { readOrganisations, readRecords, type RegisterState } from './entries.ts';
import { changes, type Proposals, type Proposed } from './import-propose.ts';
import { withSources } from './import-sources.ts';
import { judgeRegister, type Change } from './judge.ts';
import { isTakenUp } from './plan-saves.ts';
import { organisationsOf } from './rows.ts';

export interface NewBody {
  row: number;
  key: string;
  content: OrganisationContent;
}

/** The proposals that can be saved together, and what they bring. */
export interface Sorted {
  good: (Proposed & { content: RecordContent })[];
  organisations: NewBody[];
  sources: NewSource[];
  /** With those sources. */
  catalogue: WorkingCatalogue;
}

/**
 * Leaves out what cannot be saved, and says why in its faults. Without one, others may be wrong that rest on it: so it
 * is judged until all that is left can be saved.
 */
export async function sortOut(
  db: StaffDb,
  { proposed, organisations, sources }: Proposals,
  working: WorkingCatalogue,
  at: string,
): Promise<Sorted> {
  const catalogue = withSources(working, sources.made);
  const bodies = settleBodies(proposed, organisations.made);
  for (const one of proposed) {
    if (one.state && changes(one) && isTakenUp(one.state, working, at)) {
      one.faults.push(faultAt(one.record, '', 'release_waits', one.parties));
    }
  }
  const fresh = proposed.filter((one) => !one.state && one.key !== '').map(({ key }) => key);
  const [states, bodyStates] = await Promise.all([
    readRecords(db, fresh),
    readOrganisations(db, [...bodies.keys()]),
  ]);
  fallWithParents(proposed);
  let good = proposed.filter(isGood);
  for (;;) {
    const used = new Set(good.flatMap(({ content }) => organisationsOf(content)));
    const brought = [...bodies.values()].filter(({ key }) => used.has(key));
    const asked: Change[] = [
      ...brought.map(({ key, content }) => ({ state: bodyStates.get(key)!, content })),
      ...good.map(({ key, state, content }) => ({
        state: (state ?? states.get(key)!) as RegisterState,
        content,
      })),
    ];
    const { ofChanges } = await judgeRegister(db, asked, catalogue);
    const wrongBodies = new Map(
      brought.flatMap(({ key }, i) =>
        ofChanges[i]!.length > 0 ? [[key, ofChanges[i]![0]!.refusal] as const] : [],
      ),
    );
    good.forEach((one, i) => {
      one.faults.push(...toFaults(one.record, ofChanges[brought.length + i]!, one.parties));
      one.content.parties.forEach(({ organisation }, place) => {
        const refusal = organisation === null ? undefined : wrongBodies.get(organisation);
        if (refusal) one.faults.push(faultAt(one.record, `parties.${place}`, refusal, one.parties));
      });
    });
    fallWithParents(proposed);
    const kept = good.filter(isGood);
    if (kept.length === good.length) {
      const rests = new Set(good.map(({ content }) => content.source));
      return {
        good,
        organisations: brought,
        sources: sources.made.filter(({ key }) => rests.has(key)),
        catalogue,
      };
    }
    good = kept;
  }
}

const isGood = (one: Proposed): one is Sorted['good'][number] =>
  changes(one) && one.faults.length === 0;

/** What took place in a new record that is not saved cannot be either, however long the chain: told without reading. */
function fallWithParents(proposed: readonly Proposed[]): void {
  const parts = Map.groupBy(proposed.filter(isGood), ({ content }) => content.partOf);
  const gone = proposed.filter((one) => !one.state && !isGood(one));
  for (const { key } of gone) {
    for (const part of parts.get(key) ?? []) {
      part.faults.push(faultAt(part.record, 'partOf', 'unknown_record', part.parties));
      if (!part.state) gone.push(part);
    }
  }
}

/** The organisations that the file brings; records that name one of which too little is known are wrong. */
function settleBodies(
  proposed: readonly Proposed[],
  made: Proposals['organisations']['made'],
): Map<string, NewBody> {
  const settled = [...made.values()].map((body) => ({ body, result: toOrganisation(body) }));
  const wrong = new Map(
    settled.flatMap(({ body, result }) => ('code' in result ? [[body.key, result] as const] : [])),
  );
  for (const { record, parties, faults } of proposed) {
    parties?.parties.forEach(({ organisation }, place) => {
      const reason = organisation === null ? undefined : wrong.get(organisation);
      if (!reason) return;
      const told = faultAt(record, `parties.${place}`, reason.code, parties);
      faults.push({ ...told, field: reason.field });
    });
  }
  return new Map(
    settled.flatMap(({ body: { row, key }, result }) =>
      'content' in result ? [[key, { row, key, content: result.content }] as const] : [],
    ),
  );
}
