import type { Metric, Source } from '$schema/answers.ts';
import type { Organisation, RegisterRecord } from '$schema/register/answers.ts';
import type { RecordContent } from '$schema/staff/register.ts';
import type { Localised } from '$schema/vocabulary.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import type { Difference } from '$lib/words/differences.ts';
import { listNamingDifferences } from '$lib/words/naming-differences.ts';
import { listRegisterDifferences } from '$lib/words/register-differences.ts';
import { registerNames } from '$lib/words/register-names.ts';

/** What calls the things that records name. */
export interface Called {
  metrics: readonly Metric[];
  sources: readonly Source[];
  titles: readonly { id: string; titles: Localised }[];
}

type Side = RegisterRecord | null;

/** What differs between two versions of a record. */
export function recordDifferences(
  before: Side,
  after: Side,
  { metrics, sources, titles }: Called,
  locale: Locale,
): Difference[] {
  const names = registerNames({
    // The later names stand in place of the former.
    organisations: [before, after].flatMap((side) =>
      (side?.parties ?? []).flatMap(({ organisation }) => organisation ?? []),
    ),
    ...{ sources, records: titles },
    breakdowns: metrics.flatMap(({ breakdown }) => breakdown ?? []),
  });
  return listRegisterDifferences(toContent(before), toContent(after), names, locale);
}

/** The same with the organisations that were called otherwise: what a history tells. */
export const versionDifferences = (
  before: RegisterRecord,
  after: RegisterRecord,
  called: Called,
  locale: Locale,
): Difference[] => [
  ...recordDifferences(before, after, called, locale),
  ...listNamingDifferences(before, after, locale),
];

/** What differs between two versions of an organisation. */
export const organisationDifferences = (
  before: Organisation | null,
  after: Organisation | null,
  locale: Locale,
): Difference[] => listRegisterDifferences(before, after, registerNames({}), locale);

const toContent = (record: Side): RecordContent | null =>
  record && {
    ...record,
    parties: record.parties.map((party) => ({
      ...party,
      organisation: party.organisation?.id ?? null,
    })),
  };
