import { fieldOfHead, type RecordField } from '../../../schema/staff/register-fields.ts';
import { refuseFile } from '../refuse.ts';

/** Which column of a file is which field. */
export interface Columns {
  /** Place of each field in a row. */
  at: ReadonlyMap<RecordField, number>;
  /** What the file calls it. */
  heads: ReadonlyMap<RecordField, string>;
  /** The field of each column; null: not read. */
  fields: (RecordField | null)[];
}

/**
 * Recognises the columns of a file by their heads; the first of two with the same meaning is read.
 * @param chosen what a person said of some of them, by head
 * @throws AppError 422 `file_no_records` where neither titles nor ids are among them
 */
export function findColumns(
  heads: readonly string[],
  chosen: Readonly<Record<string, RecordField | null>>,
): Columns {
  const isChosen = (head: string) => Object.hasOwn(chosen, head);
  const taken = new Set(heads.flatMap((head) => (isChosen(head) && chosen[head]) || []));
  const used = new Set<RecordField>();
  const fields = heads.map((head) => {
    const field = isChosen(head) ? chosen[head]! : fieldOfHead(head);
    if (!field || used.has(field) || (!isChosen(head) && taken.has(field))) return null;
    used.add(field);
    return field;
  });
  if (!(['id', 'title_zh', 'title_en'] as const).some((field) => used.has(field))) {
    throw refuseFile('file_no_records', `Its columns: ${heads.slice(0, 20).join(', ')}.`);
  }
  const places = fields.flatMap((field, i) => (field ? [[field, i] as const] : []));
  return {
    at: new Map(places),
    heads: new Map(places.map(([field, i]) => [field, heads[i]!])),
    fields,
  };
}
