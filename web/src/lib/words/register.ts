import type { Organisation, Party, RegisterRecord } from '$schema/register/answers.ts';
import { nameCountry } from '$schema/register/country-names.ts';
import * as m from '$lib/paraglide/messages.js';
import { formatDay } from './dates.ts';
import { intlTag, type Locale } from './locale.ts';
import { straight, textOf } from './text.ts';

/** A country's name by its code (ISO 3166-1 alpha-2). */
export const countryName = (code: string, locale: Locale): string =>
  nameCountry(code, intlTag(locale));

/** The day of a record, or its year where that is all that is known. */
export const recordDay = (
  { date, year }: Pick<RegisterRecord, 'date' | 'year'>,
  locale: Locale,
): string =>
  date === null ? m.word_year({ year: String(year) }, { locale }) : formatDay(date, locale);

/** A party by its most telling name: of a person with the position, before the organisation's. */
export function partyName({ organisation, person, position }: Party, locale: Locale): string {
  const who = textOf(person, locale);
  const what = textOf(position, locale);
  const named = who && what ? m.party_person({ person: who, position: what }, { locale }) : who;
  const body = textOf(organisation?.names, locale);
  return body && named ? m.party_of({ organisation: body, who: named }, { locale }) : body || named;
}

/** The other names of an organisation, by language. */
export const otherNames = ({ names }: Organisation, locale: Locale): [string, string][] => {
  const shown = textOf(names, locale);
  return Object.entries(names)
    .map(([language, name]): [string, string] => [language, straight(name)])
    .filter(([, name]) => name !== shown);
};
