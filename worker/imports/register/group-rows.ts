import { nameKey } from '../../../schema/register/name-key.ts';
import type { RecordField } from '../../../schema/staff/register-fields.ts';
import { isSameContent } from '../../figures/same-content.ts';
import { fault, type Fault } from './problems.ts';
import type { CellValues } from './read-cells.ts';
import type { ReadRow } from './read-rows.ts';

/** By what the record of a row is known. */
const identity = ['id', 'kind', 'year', 'date', 'title_zh', 'title_en'] as const;

/** What a row says of its party; all else is of the record. */
const ofParty: readonly RecordField[] = [
  'role',
  ...(['organisation', 'organisation_zh', 'organisation_en', 'organisation_kind'] as const),
  ...(['country', 'website', 'inferred'] as const),
  ...(['person_zh', 'person_en', 'position_zh', 'position_en'] as const),
];

/** One record of a file: what its rows say together. */
export interface FileRecord {
  /** The first of its rows. */
  row: number;
  rows: ReadRow[];
  values: CellValues;
  /** The rows that name a party, in their order. */
  parties: ReadRow[];
  faults: Fault[];
}

/** The year of a row, also by its day. */
export const yearOf = ({ year, date }: CellValues): number | undefined =>
  year ?? (date ? Number(date.slice(0, 4)) : undefined);

/** What a record without an id is known by again: kind, day or year, and each of its titles. */
export function naturalKeys(values: CellValues): string[] {
  const day = values.date ?? yearOf(values) ?? '';
  return [values.title_zh, values.title_en].flatMap((title) =>
    title ? [`${values.kind ?? ''} ${day} ${nameKey(title)}`] : [],
  );
}

/**
 * Puts the rows of each record together: those of one id; those of the same kind, day and title; and rows that name
 * nothing else than the record above them, as in merged cells.
 * @returns also what belongs to no record
 */
export function groupRows(rows: readonly ReadRow[]): { records: FileRecord[]; faults: Fault[] } {
  const groups: ReadRow[][] = [];
  const byKey = new Map<string, ReadRow[]>();
  const faults: Fault[] = [];
  let above: ReadRow[] | undefined;
  for (const row of rows) {
    const keys = row.values.id ? [`#${row.values.id}`] : naturalKeys(row.values);
    let group =
      above && continues(row, above[0]!)
        ? above
        : keys.map((key) => byKey.get(key)).find((found) => found !== undefined);
    if (!group && isUnnamed(row) && row.faults.length === 0) {
      faults.push(fault(row.row, null, '', 'continues_nothing'));
      continue;
    }
    if (!group) groups.push((group = []));
    group.push(row);
    for (const key of [...keys, ...naturalKeys(row.values)]) {
      if (!byKey.has(key)) byKey.set(key, group);
    }
    above = group;
  }
  return { records: groups.map(mergeRows), faults };
}

const isUnnamed = ({ values }: ReadRow): boolean =>
  identity.every((field) => (values[field] ?? null) === null);

/** Whether a row says nothing else of its record than the first row of the one above. */
const continues = ({ values, faults }: ReadRow, first: ReadRow): boolean =>
  faults.every(({ field }) => !identity.includes(field as 'id')) &&
  identity.every((field) => {
    const value = values[field] ?? null;
    return value === null || value === (first.values[field] ?? null);
  });

/** What the rows of one record say together: each cell once, or in every row the same. */
function mergeRows(rows: ReadRow[]): FileRecord {
  const faults = rows.flatMap((row) => row.faults);
  const values: Record<string, unknown> = {};
  for (const { row, values: said, textOf } of rows) {
    for (const [field, value] of Object.entries(said)) {
      if (ofParty.includes(field as RecordField)) continue;
      const before = values[field] ?? null;
      if (before === null) values[field] = value;
      else if (value !== null && !isSameContent(before, value)) {
        faults.push(fault(row, field as RecordField, textOf(field as RecordField), 'rows_differ'));
      }
    }
  }
  const parties = rows.filter((row) => ofParty.some((field) => isSaid(row, field)));
  return { row: rows[0]!.row, rows, values: values as CellValues, parties, faults };
}

const isSaid = ({ values, faults }: ReadRow, field: RecordField): boolean =>
  (values[field] ?? null) !== null || faults.some((one) => one.field === field);
