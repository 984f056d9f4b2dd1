import type { Dataset, ReleaseRef } from '../../schema/answers.ts';
import type { TableName } from '../../schema/dataset/tables.ts';
import type { Localised } from '../../schema/vocabulary.ts';
import type { RegisterEntries } from '../../schema/register/whole.ts';
import { listEntries, nameMember } from './entries.ts';
import { countRows, organisationRows, partyRows, recordRows } from './register-rows.ts';
import { only, type Row } from './row.ts';

/** The whole record with the releases up to it, and what the register holds. */
export type Package = Dataset & { releases: ReleaseRef[]; register: RegisterEntries };

/** Several texts as one in each language they share. */
function joinTexts(texts: Localised[]): Localised {
  const languages = new Set(texts.flatMap((text) => Object.keys(text)));
  return Object.fromEntries(
    [...languages].map((language) => [
      language,
      texts.flatMap((text) => text[language] ?? []).join('; '),
    ]),
  );
}

export const unitsOf = (units: Record<string, { other: string }>): Localised =>
  Object.fromEntries(Object.entries(units).map(([language, { other }]) => [language, other]));

export function figureRows(dataset: Dataset): Row[] {
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));
  return listEntries(dataset).map(({ metric, member, names, point, whyMissing }) => {
    const from = point.sources.flatMap((id) => sources.get(id) ?? []);
    return {
      values: {
        metric: metric.id,
        year: point.year,
        member,
        value: point.value,
        qualifier: point.qualifier,
        status: point.status,
        sample: point.sample ? 'sample' : null,
        year_to_date: point.yearToDate ? 'year_to_date' : null,
        why_missing: whyMissing,
        basis: point.basis,
        change: point.change.value,
        change_reason: point.change.reason,
        source_url: from.flatMap((source) => source.url ?? []).join(' '),
        release: dataset.release.n,
      },
      texts: {
        metric: metric.names,
        member: names,
        unit: unitsOf(metric.units),
        note: point.note,
        source: joinTexts(from.map((source) => source.titles)),
      },
    };
  });
}

/** The rows of each table of the data package. */
export const rowsOf: Record<TableName, (record: Package) => Row[]> = {
  figures: figureRows,
  'figure-sources': (record) =>
    listEntries(record).flatMap(({ metric, member, point }) =>
      point.sources.map((source) => only({ metric: metric.id, year: point.year, member, source })),
    ),
  metrics: ({ figures, groups }) =>
    figures.map(({ metric }) =>
      only(
        {
          metric: metric.id,
          group: metric.group,
          direction: metric.direction,
          decimals: metric.decimals,
          additive: metric.additive,
          breakdown: metric.breakdown?.id ?? null,
          last_year: metric.lastYear,
        },
        {
          name: metric.names,
          definition: metric.definitions,
          unit: unitsOf(metric.units),
          group: groups.find(({ id }) => id === metric.group)?.names ?? null,
          breakdown: metric.breakdown?.names ?? null,
        },
      ),
    ),
  members: ({ figures }) =>
    figures.flatMap(({ metric, series }) =>
      series.map(({ member }) => {
        const id = member ?? 'total';
        const part = metric.breakdown?.members.find((one) => one.id === id);
        return only(
          { metric: metric.id, member: id, last_year: part?.lastYear ?? null },
          { name: nameMember(metric, id) },
        );
      }),
    ),
  breaks: ({ figures }) =>
    figures.flatMap(({ metric }) =>
      metric.breaks.map(({ year, reasons }) =>
        only({ metric: metric.id, year }, { reason: reasons }),
      ),
    ),
  targets: ({ figures }) =>
    figures.flatMap(({ metric, targets }) =>
      targets.map(({ year, value, sample, source }) =>
        only({ metric: metric.id, year, value, sample: sample ? 'sample' : null, source }),
      ),
    ),
  records: ({ register }) => recordRows(register),
  parties: ({ register }) => partyRows(register),
  organisations: ({ register }) => organisationRows(register),
  'metric-counts': ({ register }) => countRows(register),
  sources: ({ sources }) =>
    sources.map(({ id, kind, titles, publisher, publishedOn, url }) =>
      only({ source: id, kind, published_on: publishedOn, url }, { title: titles, publisher }),
    ),
  releases: ({ releases }) =>
    releases.map(({ n, publishedAt, reason, notes, onePerson }) =>
      only(
        { release: n, published_at: publishedAt, reason, one_person: onePerson },
        { note: notes },
      ),
    ),
};
