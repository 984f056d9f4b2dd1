import { fileLanguages } from '../../schema/dataset/languages.ts';
import { writeCsv } from '../../schema/files/write-csv.ts';
import type { CountriesAnswer } from '../../schema/register/answers.ts';
import { nameCountry } from '../../schema/register/country-names.ts';

/**
 * Countries as CSV (RFC 4180, CRLF, UTF-8 with BOM), one row a country and year in which an organisation of it took part
 * in a record. How many organisations there are of the country stands in each of its rows; one whose organisations took
 * part in none has one row without a year.
 */
export function writeCountriesCsv(countries: CountriesAnswer['countries']): string {
  const fields = [
    'country',
    ...fileLanguages.map((language) => `country_${language}`),
    ...['organisations', 'organisations_inferred', 'year', 'records'],
  ];
  const rows = countries.flatMap(({ country, organisations, inferred, years }) => {
    const head = [country, ...fileLanguages.map((language) => nameCountry(country, language))];
    return (years.length > 0 ? years : [{ year: null, records: 0 }]).map(({ year, records }) => [
      ...head,
      ...[organisations, inferred, year, records],
    ]);
  });
  return writeCsv(fields, rows);
}
