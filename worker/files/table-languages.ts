import type { Dataset } from '../../schema/answers.ts';
import { registerTableNames, type TableName } from '../../schema/dataset/tables.ts';
import type { RegisterEntries } from '../../schema/register/whole.ts';

/** The languages of a record: those that its metrics are named in, in their order. */
export function languagesOf({ figures, centre }: Pick<Dataset, 'figures' | 'centre'>): string[] {
  const found = new Set(figures.flatMap(({ metric }) => Object.keys(metric.names)));
  return found.size > 0 ? [...found] : Object.keys(centre.names);
}

/** The languages of the register: those of its record, and any other that an entry is named in. */
export function registerLanguages(
  { records, organisations }: RegisterEntries,
  languages: readonly string[],
): string[] {
  const texts = [
    ...records.map(({ titles }) => titles),
    ...organisations.map(({ names }) => names),
    ...records.flatMap(({ parties }) => parties.map(({ person }) => person ?? {})),
  ];
  return [...new Set([...languages, ...texts.flatMap((one) => Object.keys(one)).sort()])];
}

/** The languages that a table of the package has columns for. */
export function tableLanguages(
  name: TableName,
  record: Pick<Dataset, 'figures' | 'centre'> & { register: RegisterEntries },
): string[] {
  const languages = languagesOf(record);
  const isOfRegister = (registerTableNames as string[]).includes(name);
  return isOfRegister ? registerLanguages(record.register, languages) : languages;
}
