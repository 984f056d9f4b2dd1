import type { AuditAnswer, AuditEntry } from '../../../../schema/staff/audit.ts';
import type { RegisterContent } from '../../../../schema/staff/register.ts';
import type { StaffDb } from '../open.ts';
import { readRecords } from './entries.ts';
import { subjectOf } from './restore.ts';
import { organisationsOf } from './rows.ts';
import { nameOrganisations } from './similar.ts';

/** How the organisations and records are called that entries of the trail name; those that are gone are left out. */
export async function nameTrail(
  db: StaffDb,
  entries: readonly AuditEntry[],
): Promise<Pick<AuditAnswer, 'organisations' | 'records'>> {
  const contents = entries
    .flatMap(({ action, before, after }) => (action.startsWith('register_') ? [before, after] : []))
    .filter((content): content is RegisterContent => content !== null);
  const parents = contents.flatMap((content) => ('partOf' in content && content.partOf) || []);
  const merges = entries.filter(({ action }) => action === 'organisations_merged');
  const merged = merges.flatMap(({ subject, after }) => [
    subjectOf({ subject }).key,
    (after as { into: string }).into,
  ]);
  const [organisations, records] = await Promise.all([
    nameOrganisations(db, [...contents.flatMap(organisationsOf), ...merged]),
    readRecords(db, [...new Set(parents)]),
  ]);
  return {
    organisations: organisations.map(({ id, names }) => ({ id, names })),
    records: [...records.values()].flatMap(({ key, content, published }) => {
      const shown = content ?? published;
      return shown ? [{ id: key, titles: shown.titles }] : [];
    }),
  };
}
