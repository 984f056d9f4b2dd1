import type { CountriesAnswer } from '$schema/register/answers.ts';

/** A country with how many records it has in each of the years that are shown. */
export interface CountryRow {
  country: string;
  organisations: number;
  /** Of them, those whose country no source states. */
  inferred: number;
  /** In the order of the years. */
  values: number[];
  total: number;
}

/** The countries of the register as rows over the same years: partners first, the centre's own country apart. */
export function countryRows({ countries, home, year }: CountriesAnswer) {
  const seen = countries.flatMap(({ years }) => years.map((one) => one.year));
  const [first, last] = [Math.min(...seen), Math.max(...seen)];
  const years =
    year !== null
      ? [year]
      : seen.length === 0
        ? []
        : Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const rows = countries.map(({ years: counted, ...row }): CountryRow => {
    const byYear = new Map(counted.map((one) => [one.year, one.records]));
    const values = years.map((one) => byYear.get(one) ?? 0);
    return { ...row, values, total: values.reduce((sum, value) => sum + value, 0) };
  });
  return {
    years,
    partners: rows.filter(({ country }) => country !== home),
    home: rows.find(({ country }) => country === home) ?? null,
  };
}
