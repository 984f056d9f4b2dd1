import type {
  OrganisationContent,
  PartyContent,
  RecordContent,
  RegisterContent,
} from '../../../../schema/staff/register.ts';
import type { RegisterKind } from '../../../../schema/staff/words.ts';
import type { organisation, party, record } from '../../../../schema/tables.ts';
import type { ChangeReason } from '../../../../schema/vocabulary.ts';

export type OrganisationRow = typeof organisation.$inferSelect;
export type RecordRow = typeof record.$inferSelect;
export type PartyRow = typeof party.$inferSelect;

/** What a row says, as staff enter it. */
export const toOrganisationContent = ({
  kind,
  names,
  country,
  website,
  inferred,
}: OrganisationRow): OrganisationContent => ({ kind, names, country, website, inferred });

export function toRecordContent(row: RecordRow, parties: readonly PartyRow[]): RecordContent {
  const { id, firstRelease, lastRelease: _, rank: __, sample: ___, reason: ____, ...said } = row;
  return {
    ...said,
    parties: parties
      .filter((one) => one.record === id && one.firstRelease === firstRelease)
      .toSorted((a, b) => a.n - b.n)
      .map(({ role, organisation, person, position }) => ({
        role,
        organisation,
        person,
        position,
      })),
  };
}

/** The version of an entry that a release opens. */
export interface Opening {
  /** Number of the release; 0: a draft. */
  n: number;
  rank: number;
  reason: ChangeReason;
}

export const toOrganisationRow = (
  id: string,
  content: OrganisationContent,
  { n, rank }: Pick<Opening, 'n' | 'rank'>,
): OrganisationRow => ({
  id,
  firstRelease: n,
  lastRelease: null,
  rank,
  ...content,
  sample: false,
});

export function toRecordRow(
  id: string,
  { parties: _, ...content }: RecordContent,
  { n, rank, reason }: Opening,
): RecordRow {
  const window = { firstRelease: n, lastRelease: null };
  return { id, ...window, rank, ...content, sample: false, reason };
}

export const toPartyRows = (
  record: string,
  parties: readonly PartyContent[],
  firstRelease: number,
): PartyRow[] => parties.map((party, i) => ({ record, firstRelease, n: i + 1, ...party }));

/** The organisations that parties name, each once. */
export const organisationsOf = (content: RegisterContent | null): string[] =>
  content !== null && 'parties' in content
    ? [...new Set(content.parties.flatMap(({ organisation }) => organisation ?? []))]
    : [];

/** A content as that of its kind: what is kept was checked when it was saved. */
export const asRecord = (kind: RegisterKind, content: RegisterContent | null) =>
  kind === 'record' ? (content as RecordContent | null) : null;
