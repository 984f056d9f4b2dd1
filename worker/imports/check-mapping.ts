import type { Mapping } from '../../schema/staff/imports.ts';
import { AppError, type FieldError } from '../errors.ts';

/** Every column that a mapping names, with the field that names it. */
function namedColumns(mapping: Mapping): [field: string, column: string][] {
  const { member, year } = mapping;
  const single = (
    [
      'metric',
      'member',
      'year',
      'value',
      'qualifier',
      'status',
      'source',
      'noteZh',
      'noteEn',
    ] as const
  ).flatMap((field): [string, string][] => {
    const from = mapping[field];
    return from && 'column' in from ? [[field, from.column]] : [];
  });
  return [
    ...single,
    ...('columns' in member ? Object.keys(member.columns).map((name) => ['member', name]) : []),
    ...('columns' in year ? year.columns.map((name) => ['year', name]) : []),
    ...mapping.where.map(({ column }) => ['where', column]),
  ] as [string, string][];
}

/** What a layout needs, and what it leaves no place for. */
function layoutFaults({ layout, member, year, value }: Mapping): FieldError[] {
  const faults: (FieldError | false)[] = [
    layout === 'long' && !value && { field: 'value', message: 'Say which column has the values.' },
    layout !== 'long' &&
      value !== undefined && {
        field: 'value',
        message: 'Leave the column of values out: the layout says where they stand.',
      },
    (layout === 'wide-years') !== 'columns' in year && {
      field: 'year',
      message: 'Name several columns of years exactly where the layout is wide-years.',
    },
    (layout === 'wide-members') !== 'columns' in member && {
      field: 'member',
      message: 'Name several columns of members exactly where the layout is wide-members.',
    },
    'columns' in member &&
      Object.keys(member.columns).length === 0 && {
        field: 'member',
        message: 'Say which columns are members.',
      },
  ];
  return faults.filter((fault) => fault !== false);
}

/**
 * Refuses a mapping that does not hold together or names columns that the file has not.
 * @throws AppError 422 `mapping_unfit` with each field
 */
export function checkMapping(mapping: Mapping, heads: string[]): void {
  const known = new Set(heads);
  const absent = namedColumns(mapping)
    .filter(([, column]) => !known.has(column))
    .map(([field, column]) => ({ field, message: `The file has no column “${column}”.` }));
  const fields = [...layoutFaults(mapping), ...absent];
  if (fields.length === 0) return;
  const detail = fields.map(({ field, message }) => `${field}: ${message}`).join(' ');
  throw new AppError(422, 'mapping_unfit', detail, fields);
}
