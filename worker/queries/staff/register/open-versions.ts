import type { BatchItem } from 'drizzle-orm/batch';
import {
  indexOrganisation,
  indexRecord,
  type Brought,
} from '../../../../schema/register/index-entries.ts';
import { organisationIndex, recordIndex } from '../../../../schema/register/index-tables.ts';
import type { OrganisationContent, RecordContent } from '../../../../schema/staff/register.ts';
import { organisation, party, record } from '../../../../schema/tables.ts';
import type { ChangeReason } from '../../../../schema/vocabulary.ts';
import { insertRows } from '../insert.ts';
import type { StaffDb } from '../open.ts';
import { organisationsOf, toOrganisationRow, toPartyRows, toRecordRow } from './rows.ts';

/** A version that a release opens. */
export type Opened<C> = { key: string; content: C; rank: number; brought: Brought };

/** Statements that write these versions of organisations, and what the index holds of them. */
export function openOrganisations(
  db: StaffDb,
  opened: readonly Opened<OrganisationContent>[],
  n: number,
): BatchItem<'sqlite'>[] {
  const versions = opened.map(({ key, content, rank, brought }) => ({
    row: toOrganisationRow(key, content, { n, rank }),
    brought,
  }));
  return [
    ...insertRows(
      db,
      organisation,
      versions.map(({ row }) => row),
    ),
    ...insertRows(
      db,
      organisationIndex,
      versions.map(({ row, brought }) => indexOrganisation(row, brought)),
    ),
  ];
}

/**
 * The same of records, with their parties.
 * @param organisations those that they name, as the release will have them
 */
export function openRecords(
  db: StaffDb,
  opened: readonly Opened<RecordContent>[],
  organisations: ReadonlyMap<string, OrganisationContent>,
  { n, reason }: { n: number; reason: ChangeReason },
): BatchItem<'sqlite'>[] {
  const versions = opened.map(({ key, content, rank, brought }) => ({
    brought,
    row: toRecordRow(key, content, { n, rank, reason }),
    parties: toPartyRows(key, content.parties, n),
    named: organisationsOf(content).flatMap((id) => {
      const found = organisations.get(id);
      return found ? [toOrganisationRow(id, found, { n, rank: 0 })] : [];
    }),
  }));
  return [
    ...insertRows(
      db,
      record,
      versions.map(({ row }) => row),
    ),
    ...insertRows(
      db,
      party,
      versions.flatMap(({ parties }) => parties),
    ),
    ...insertRows(
      db,
      recordIndex,
      versions.map(({ row, parties, named, brought }) => indexRecord(row, parties, named, brought)),
    ),
  ];
}
