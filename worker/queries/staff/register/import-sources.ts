import { checkContent } from '../../../../schema/staff/catalogue-checks.ts';
import type { CatalogueEntry } from '../../../../schema/staff/catalogue.ts';
import { catalogueDraft } from '../../../../schema/staff/tables.ts';
import { source } from '../../../../schema/tables.ts';
import type { NewSource } from '../../../imports/register/resolve-sources.ts';
import type { Actor } from '../../../staff/actor.ts';
import { refuse } from '../catalogue-refuse.ts';
import type { Plan } from '../commit.ts';
import { insertRows } from '../insert.ts';
import type { StaffDb } from '../open.ts';
import type { WorkingCatalogue } from '../working-catalogue.ts';

/** Every id that a source has or had. */
export async function listSourceIds(db: StaffDb, working: WorkingCatalogue): Promise<Set<string>> {
  const rows = await db.selectDistinct({ id: source.id }).from(source);
  return new Set([...rows, ...working.sources].map(({ id }) => id));
}

/** The catalogue with sources that the same commit proposes. */
export const withSources = (
  working: WorkingCatalogue,
  made: readonly NewSource[],
): WorkingCatalogue => ({
  ...working,
  sources: [...working.sources, ...made.map(({ key, content }) => ({ id: key, ...content }))],
  entries: [
    ...working.entries,
    ...made.map(({ key, content }): CatalogueEntry => ({
      ...{ kind: 'source', key, version: 0, published: null, pending: true, content },
      ...{ editedBy: null, editedAt: null },
    })),
  ],
});

/** Plans the proposal of sources under ids that nothing had. @throws AppError 422 `refused` */
export function planSources(
  db: StaffDb,
  { id }: Pick<Actor, 'id'>,
  made: readonly NewSource[],
  at: string,
): Plan<null> {
  refuse(made.flatMap(({ key, content }) => checkContent({ kind: 'source', key, content })));
  const rows = made.map(({ key, content }) => ({
    ...{ kind: 'source' as const, key, version: 1, content, release: null },
    ...{ editedBy: id, editedAt: at },
  }));
  return {
    statements: rows.length === 0 ? [] : insertRows(db, catalogueDraft, rows),
    entries: made.map(({ key, content }) => ({
      ...{ action: 'catalogue_saved' as const, subject: `source ${key}` },
      ...{ before: null, after: content },
    })),
    answer: null,
  };
}
