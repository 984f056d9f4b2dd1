import type { RecordChoices, RecordImport } from '../../../../schema/staff/register-import.ts';
import type { ReadRecords } from '../../../imports/register/read-records.ts';
import { AppError } from '../../../errors.ts';
import type { Actor } from '../../../staff/actor.ts';
import { commit } from '../commit.ts';
import type { StaffDb } from '../open.ts';
import { tellImport } from './import-answer.ts';
import { readImportFrame } from './import-frame.ts';
import { sortOut, type Sorted } from './import-judge.ts';
import { proposeRecords } from './import-propose.ts';
import { planSources } from './import-sources.ts';
import { planSaves, type RegisterChange } from './plan-saves.ts';

type Answers = RecordChoices['organisations'];

/** What an import of records would do, by the register as it is now. Writes nothing. */
export async function previewRecords(
  db: StaffDb,
  file: ReadRecords,
  answers: Answers,
): Promise<RecordImport> {
  const { answer } = await judgeImport(db, file, answers, new Date().toISOString());
  return { ...answer, dryRun: true };
}

/**
 * Takes all good records of a file into the drafts of the register, with the organisations and sources that they bring,
 * in one atomic commit.
 * @param asked `basis`: of the preview that was agreed to; undefined: none was; `name`: of the file, for the trail
 * @throws AppError 409 `preview_outdated` with a new `preview`
 */
export const importRecords = (
  db: StaffDb,
  actor: Actor,
  file: ReadRecords,
  asked: { answers: Answers; basis: string | undefined; name: string },
): Promise<RecordImport> =>
  commit(db, actor, async (_, at) => {
    const { answer, sorted } = await judgeImport(db, file, asked.answers, at);
    if (asked.basis !== undefined && asked.basis !== answer.basis) {
      throw new AppError(
        409,
        'preview_outdated',
        'The register or the catalogue has changed since the preview. Nothing was imported. Look at the new preview.',
        undefined,
        { preview: { ...answer, dryRun: true } },
      );
    }
    const { good, organisations, sources, catalogue } = sorted;
    if (good.length === 0) return { statements: [], entries: [], answer };
    const changes: RegisterChange[] = [
      ...organisations.map(({ key, content }) => ({ kind: 'organisation' as const, key, content })),
      ...good.map(({ key, content }) => ({ kind: 'record' as const, key, content })),
    ];
    const brought = planSources(db, actor, sources, at);
    const plan = await planSaves(db, actor, changes, at, { catalogue });
    return {
      statements: [...brought.statements, ...plan.statements],
      entries: [...brought.entries, ...plan.entries].map((one) => ({ ...one, why: asked.name })),
      answer,
    };
  });

/** Compares a file with the register as it is now, with what waits. */
async function judgeImport(
  db: StaffDb,
  file: ReadRecords,
  answers: Answers,
  at: string,
): Promise<{ answer: RecordImport; sorted: Sorted }> {
  const frame = await readImportFrame(db, file.records);
  const proposals = proposeRecords(file.records, frame, { hasParties: file.hasParties, answers });
  const sorted = await sortOut(db, proposals, frame.working, at);
  return { answer: await tellImport(db, file, proposals, sorted), sorted };
}
