import type { RegisterEntries } from '../../schema/register/whole.ts';
import { only, type Row } from './row.ts';

/* The rows of the tables of the register. */

export const recordRows = ({ records }: RegisterEntries): Row[] =>
  records.map((record) =>
    only(
      {
        record: record.id,
        kind: record.kind,
        year: record.year,
        date: record.date,
        breakdown: record.breakdown,
        member: record.member,
        part_of: record.partOf,
        counted: record.counted,
        stage: record.stage,
        landed_year: record.landedYear,
        value: record.value,
        currency: record.currency,
        open_ended: record.openEnded,
        sample: record.sample ? 'sample' : null,
        source: record.source,
      },
      { title: record.titles, place: record.places, note: record.note },
    ),
  );

export const partyRows = ({ records }: RegisterEntries): Row[] =>
  records.flatMap(({ id, parties }) =>
    parties.map(({ role, organisation, person, position }, i) =>
      only(
        { record: id, n: i + 1, role, organisation: organisation?.id ?? null },
        { person, position },
      ),
    ),
  );

export const organisationRows = ({ organisations }: RegisterEntries): Row[] =>
  organisations.map(({ id, kind, names, country, website, inferred, sample }) =>
    only(
      {
        organisation: id,
        kind,
        country,
        website,
        inferred: inferred.join(' '),
        sample: sample ? 'sample' : null,
      },
      { name: names },
    ),
  );

export const countRows = ({ counts }: RegisterEntries): Row[] =>
  counts.map(({ metric, kind, role, landed }) => only({ metric, kind, role, landed }));
