import { indexOrganisation, indexRecord, type Brought } from '../schema/register/index-entries.ts';
import type { SeedFiles } from './files.ts';
import type { SeedRows } from './rows.ts';
import { toWindows } from './windows.ts';

type Register = Pick<
  SeedRows,
  'organisation' | 'record' | 'party' | 'recordIndex' | 'organisationIndex'
>;

/** The register of valid files as rows of its tables, and what its indexes hold of them. */
export function assembleRegister(files: SeedFiles): Register {
  const organisation = toWindows(
    files.organisations.map(({ data: { name, ...row }, sample }, i) => {
      return { ...row, rank: i + 1, names: name, sample };
    }),
    ({ id }) => id,
  );
  const record = toWindows(
    files.records.map(
      ({ data: { title, place, value, breakdown, member, partOf, ...row }, sample }, i) => ({
        ...row,
        rank: rankOf(row, i),
        titles: title,
        places: place,
        breakdown: breakdown || null,
        member: member || null,
        partOf: partOf || null,
        value: value === '' ? null : Number(value),
        sample,
      }),
    ),
    ({ id }) => id,
  );
  const party = files.parties.map(({ data: { release, organisation, ...row } }, i, all) => ({
    ...row,
    firstRelease: release,
    n:
      all.slice(0, i).filter(({ data }) => data.record === row.record && data.release === release)
        .length + 1,
    organisation: organisation || null,
  }));
  const recordIndex = record.map((row) => {
    const own = party.filter(
      (one) => one.record === row.id && one.firstRelease === row.firstRelease,
    );
    const known = organisation.filter(
      ({ id, firstRelease, lastRelease }) =>
        own.some((one) => one.organisation === id) &&
        firstRelease <= row.firstRelease &&
        (lastRelease === null || lastRelease >= row.firstRelease),
    );
    return indexRecord(row, own, known, broughtOf(record, row));
  });
  return {
    organisation,
    record,
    party,
    recordIndex,
    organisationIndex: organisation.map((row) =>
      indexOrganisation(row, broughtOf(organisation, row)),
    ),
  };
}

type Version = { id: string; firstRelease: number };

/** What a version is in its release. Files withdraw nothing. */
const broughtOf = (all: readonly Version[], { id, firstRelease }: Version): Brought =>
  all.some((one) => one.id === id && one.firstRelease < firstRelease) ? 'changed' : 'new';

/** Its day, then its place in the file; the year stands for a day that is not known. */
const rankOf = ({ year, date }: { year: number; date: string | null }, place: number): number =>
  Number(date?.replaceAll('-', '') ?? `${year}0000`) * 1_000_000 + place;
