import type { RecordChoices, RecordImport } from '../../schema/staff/register-import.ts';
import type { Colleague } from './staff.ts';

export type SentChoices = Partial<RecordChoices>;

/** A form with a file of records, and what was settled of it. */
export function recordForm(
  content: string | Uint8Array,
  { choices, basis }: { choices?: SentChoices; basis?: string } = {},
): FormData {
  const form = new FormData();
  form.set('file', new File([content as Uint8Array<ArrayBuffer>], 'records.csv'));
  if (choices) form.set('choices', JSON.stringify(choices));
  if (basis) form.set('basis', basis);
  return form;
}

/** Says what the import of a file would do. */
export const previewRecords = (
  who: Colleague,
  content: string | Uint8Array,
  choices: SentChoices = {},
) =>
  who.read<RecordImport>('POST', '/records/import?dry_run=true', recordForm(content, { choices }));

/** Imports a file. */
export const importRecords = (
  who: Colleague,
  content: string | Uint8Array,
  choices: SentChoices = {},
  basis?: string,
) =>
  who.read<RecordImport>(
    'POST',
    '/records/import',
    recordForm(content, { choices, ...(basis && { basis }) }),
  );

/** Each fault as its row, its column and its code. */
export const faultsOf = ({ wrong }: RecordImport) =>
  wrong.map(({ row, column, code }) => [row, column, code]);
