import { inLanguage, type FileLanguage } from '../../schema/dataset/languages.ts';
import type { Field } from '../../schema/dataset/field.ts';
import {
  registerTableNames,
  registerTables,
  tables,
  type TableName,
} from '../../schema/dataset/tables.ts';
import { writeWorkbook, type Sheet } from '../../schema/files/workbook.ts';
import type { Register } from '../../schema/register/whole.ts';
import { dataSheet } from './data-sheet.ts';
import { rowsOf } from './rows.ts';
import { sayAround } from './said.ts';
import { registerLanguages } from './table-languages.ts';
import { words } from './words.ts';

/** The register as a workbook for Excel and WPS: a sheet for each of its tables, the sources, and notes. */
export function writeRegisterXlsx(
  register: Register,
  language: FileLanguage,
): Uint8Array<ArrayBuffer> {
  const languages = registerLanguages(register, Object.keys(register.centre.names));
  const record = { ...register, founded: 0, groups: [], figures: [], releases: [], register };
  const sheet = (name: TableName) =>
    dataSheet(name, rowsOf[name](record), tables[name].title[language], languages);
  return writeWorkbook([
    ...registerTableNames.map(sheet),
    sheet('sources'),
    notesSheet(register, language),
  ]);
}

/** Of which release the register is, what its columns mean, and under what terms. */
function notesSheet(register: Register, language: FileLanguage): Sheet {
  const { say, centre, release, sample } = sayAround(register, language);
  const note = inLanguage(register.release.notes, language);
  return {
    name: say('notes'),
    head: 0,
    wraps: true,
    widths: [28, 100],
    rows: [
      [say('centre'), centre],
      [say('release'), release],
      ...(note ? [[say('releaseNote'), note]] : []),
      [say('sample'), sample],
      [say('missing'), words.notStated[language]],
      [say('licence'), say('noLicence')],
      ...Object.values(registerTables).flatMap(({ title, fields }) => [
        [],
        [title[language]],
        ...(fields as readonly Field[]).map(({ name, localised, meaning }) => [
          localised ? `${name}_…` : name,
          meaning[language],
        ]),
      ]),
    ],
  };
}
