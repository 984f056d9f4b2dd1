import { and, eq } from 'drizzle-orm';
import {
  findEntry,
  splitKey,
  type CatalogueChange,
} from '../../../schema/staff/catalogue-checks.ts';
import type { CatalogueEntry } from '../../../schema/staff/catalogue.ts';
import { catalogueDraft } from '../../../schema/staff/tables.ts';
import type { CatalogueKind } from '../../../schema/staff/words.ts';
import { AppError } from '../../errors.ts';
import { isSameContent } from '../../figures/same-content.ts';
import type { Actor } from '../../staff/actor.ts';
import { checkChange, checkReturn, refuse } from './catalogue-refuse.ts';
import { commit, type Entry, type Plan } from './commit.ts';
import { insertRows } from './insert.ts';
import type { StaffDb } from './open.ts';
import { readWorkingCatalogue, type WorkingCatalogue } from './working-catalogue.ts';

/**
 * Proposes a row of the catalogue for the next release; one that is as it is public proposes nothing.
 * @throws AppError 409 `edit_conflict` with the present `entry`, `release_waiting` while a release that changes the row
 * waits for its time; 422 `refused` with `refusals`
 */
export const saveEntry = (
  db: StaffDb,
  actor: Actor,
  change: CatalogueChange,
  version: number,
): Promise<CatalogueEntry> =>
  commit(db, actor, async (_, at) => {
    const working = await readWorkingCatalogue(db);
    const entry = presentEntry(working, change.kind, change.key);
    if (entry.version !== version) throw conflict(entry);
    await checkNotWaiting(db, working, entry, at);
    refuse(await checkChange(db, change, working));
    if (isSameContent(change.content, entry.content)) return { ...nothing, answer: entry };
    if (isSameContent(change.content, entry.published)) return planDiscard(db, entry);
    const saved = {
      ...entry,
      version: entry.version + 1,
      pending: true,
      content: change.content,
      editedBy: actor.name,
      editedAt: at,
    };
    const { kind, key, content } = saved;
    const row = { kind, key, version: saved.version, content, release: null };
    return {
      statements: insertRows(db, catalogueDraft, [{ ...row, editedBy: actor.id, editedAt: at }], {
        replace: [catalogueDraft.kind, catalogueDraft.key],
      }),
      entries: [tell('catalogue_saved', entry, content)],
      answer: saved,
    };
  });

/**
 * Takes a change back that the next release would have published.
 * @throws AppError 404 where nothing is pending, 422 `refused` where drafts or other changes rest on it
 */
export const discardEntry = (
  db: StaffDb,
  actor: Actor,
  kind: CatalogueKind,
  key: string,
): Promise<CatalogueEntry> =>
  commit(db, actor, async () => {
    const working = await readWorkingCatalogue(db);
    const entry = presentEntry(working, kind, key);
    if (!entry.pending) {
      throw new AppError(404, 'not_found', 'No change of this is waiting for the next release.');
    }
    const change = { kind, key, content: entry.published } as CatalogueChange;
    refuse(await checkReturn(db, change, working));
    return planDiscard(db, entry);
  });

/** What a waiting release took up must stay as it is: withdrawn, the release gives it back. */
async function checkNotWaiting(
  db: StaffDb,
  { newest, newestAt }: WorkingCatalogue,
  { kind, key }: CatalogueEntry,
  at: string,
): Promise<void> {
  if (newestAt === null || newestAt <= at) return;
  const taken = await db
    .select({ key: catalogueDraft.key })
    .from(catalogueDraft)
    .where(
      and(
        eq(catalogueDraft.kind, kind),
        eq(catalogueDraft.key, key),
        eq(catalogueDraft.release, newest),
      ),
    );
  if (taken.length === 0) return;
  throw new AppError(
    409,
    'release_waiting',
    `Release ${newest}, which changes this, waits for its time. Withdraw it first, or wait.`,
  );
}

const nothing = { statements: [], entries: [] };

const presentEntry = (working: WorkingCatalogue, kind: CatalogueKind, key: string) =>
  findEntry(working.entries, kind, key) ?? {
    ...{ kind, key, version: 0, published: null, pending: false, content: null },
    ...{ editedBy: null, editedAt: null },
  };

const conflict = (entry: CatalogueEntry) =>
  new AppError(
    409,
    'edit_conflict',
    'Someone else changed this meanwhile. Look at both versions and save again.',
    undefined,
    { entry },
  );

function planDiscard(db: StaffDb, entry: CatalogueEntry): Plan<CatalogueEntry> {
  const { kind, key, published } = entry;
  return {
    statements: [
      db
        .delete(catalogueDraft)
        .where(and(eq(catalogueDraft.kind, kind), eq(catalogueDraft.key, key))),
    ],
    entries: [tell('catalogue_discarded', entry, published)],
    answer: {
      ...entry,
      ...{ version: 0, pending: false, content: published, editedBy: null, editedAt: null },
    },
  };
}

function tell(action: Entry['action'], entry: CatalogueEntry, after: unknown): Entry {
  const { kind, key, content: before } = entry;
  const [of, year] = splitKey(key);
  const told = { action, subject: `${kind} ${key}`, before, after };
  if (kind === 'metric' || kind === 'count') return { ...told, metric: key };
  if (kind === 'break' || kind === 'target') return { ...told, metric: of, year: Number(year) };
  return told;
}
