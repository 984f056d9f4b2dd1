import type { Locale } from '$lib/paraglide/runtime.js';
import type { Wrong } from '$lib/staff/import/wrong-csv.ts';
import { refusalWords } from '$lib/staff/register/words.ts';
import { joinClauses, joinList } from '$lib/words/lists.ts';
import { countryName, recordDay } from '$lib/words/register.ts';
import { sourceKindName } from '$lib/words/statuses.ts';
import { textOf } from '$lib/words/text.ts';
import { recordFields } from '$schema/staff/register-fields.ts';
import type { RecordImport, WrongRecordRow } from '$schema/staff/register-import.ts';
import { recordProblems } from '$schema/staff/register-problems.ts';
import type { Localised } from '$schema/vocabulary.ts';
import * as m from '$messages';

/** What is put right otherwise in a file than in a form. */
const ofFiles = [
  ...recordProblems,
  ...(['text_missing', 'unknown_member', 'unknown_record', 'unknown_source'] as const),
  ...(['party_without_anybody', 'nothing_inferred'] as const),
] as const;

/** Why a row is not imported, and what to do. */
function reasonWords(code: WrongRecordRow['code'], locale: Locale): string {
  const problem = ofFiles.find((one) => one === code);
  return problem ? m.rimp_problem({ code: problem }, { locale }) : refusalWords(code, locale);
}

/** The wrong rows as they are shown; a column that the file has not is called as in the template. */
export const tellWrong = (wrong: readonly WrongRecordRow[], locale: Locale): Wrong[] =>
  wrong.map(({ row, field, column, value, code }) => ({
    row,
    column: column ?? (field ? recordFields[field][locale] : ''),
    value,
    reason: reasonWords(code, locale),
  }));

/** How organisations are called that an import names, old and new. */
const organisationNames = ({ named, organisations }: RecordImport): Map<string, Localised> =>
  new Map([
    ...named.map(({ id, names }) => [id, names] as const),
    ...organisations.map(({ key, content }) => [key, content.names] as const),
  ]);

type Row = { row: number; name: string; about: string };

/** Parties that are named of a record. */
const NAMED = 3;

/** The records that an import adds: what they are, when, and with whom. */
export function addedRows(answer: RecordImport, locale: Locale): Row[] {
  const names = organisationNames(answer);
  return answer.added.map(({ row, after }) => {
    const parties = after.parties.map(
      ({ organisation, person }) =>
        textOf(organisation === null ? person : names.get(organisation), locale) ||
        (organisation ?? ''),
    );
    const named = joinList(parties.slice(0, NAMED), locale);
    const rest = parties.length - NAMED;
    const about = [
      m.record_kind({ kind: after.kind }, { locale }),
      recordDay(after, locale),
      rest > 0 ? m.rimp_and_more({ named, n: rest }, { locale }) : named,
    ];
    return {
      row,
      name: textOf(after.titles, locale),
      about: joinClauses(about.filter(Boolean), locale),
    };
  });
}

/** The organisations that an import makes. */
export const organisationRows = ({ organisations }: RecordImport, locale: Locale): Row[] =>
  organisations.map(({ row, content: { names, kind, country } }) => ({
    row,
    name: textOf(names, locale),
    about: joinClauses(
      [
        m.organisation_kind({ kind }, { locale }),
        country === null ? m.rimp_no_country({}, { locale }) : countryName(country, locale),
      ],
      locale,
    ),
  }));

/** The sources that an import makes. */
export const sourceRows = ({ sources }: RecordImport, locale: Locale): Row[] =>
  sources.map(({ row, content: { titles, kind, publisher, url } }) => ({
    row,
    name: textOf(titles, locale),
    about: joinClauses(
      [sourceKindName(kind, locale), textOf(publisher, locale), url ?? ''].filter(Boolean),
      locale,
    ),
  }));

/** What stays as it is, though the file says otherwise. */
export const unreadRows = (answer: RecordImport, locale: Locale): Row[] => {
  const names = organisationNames(answer);
  return answer.unread.map(({ row, field, value, of }) => ({
    row,
    name: m.catalogue_colon({ first: recordFields[field][locale], second: value }, { locale }),
    about: textOf(names.get(of), locale) || of,
  }));
};
