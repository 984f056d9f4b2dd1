import type { Inspection, Mapping } from '$schema/staff/imports.ts';
import type { Qualifier, Status } from '$schema/vocabulary.ts';

/** What a field of the form says: '' nothing yet, `c:` and a column, or `f:` and the same for all rows. */
export type Choice = string;
/** What a text stands for: '' not decided, `-` left out, or `f:` and an id ('' is the total). */
export type Pick = string;

export const inColumn = (name: string): Choice => `c:${name}`;
export const fixedAs = (value: string): Choice => `f:${value}`;
export const LEFT_OUT: Pick = '-';

export const columnOf = (choice: Choice): string | null =>
  choice.startsWith('c:') ? choice.slice(2) : null;
export const fixedOf = (choice: Choice): string | null =>
  choice.startsWith('f:') ? choice.slice(2) : null;

/** A mapping while it is made: every field as its control holds it. */
export interface MappingDraft {
  layout: Mapping['layout'];
  metric: Choice;
  metricValues: Record<string, Pick>;
  member: Choice;
  memberValues: Record<string, Pick>;
  /** `wide-members`: what each column stands for. */
  memberColumns: Record<string, Pick>;
  year: Choice;
  yearColumns: string[];
  yearRule: Mapping['yearRule'];
  /** Name of the column. */
  value: string;
  qualifier: Choice;
  status: Choice;
  source: Choice;
  noteZh: Choice;
  noteEn: Choice;
  where: { column: string; equals: string[] }[];
  duplicates: Mapping['duplicates'];
}

type Column = Inspection['columns'][number];
type Part = { column: string } | { fixed: string | number };

const choose = (part: Part | object | undefined): Choice => {
  if (part && 'column' in part) return inColumn(String(part.column));
  return part && 'fixed' in part ? fixedAs(String(part.fixed)) : '';
};

const picks = (values: Record<string, string | null> | undefined): Record<string, Pick> =>
  Object.fromEntries(
    Object.entries(values ?? {}).map(([text, id]) => [text, id === null ? LEFT_OUT : fixedAs(id)]),
  );

/** The form as a suggestion fills it. */
export function draftOf(suggestion: Partial<Mapping>): MappingDraft {
  const { metric, member, year } = suggestion;
  return {
    layout: suggestion.layout ?? 'long',
    metric: choose(metric),
    metricValues: picks(metric && 'values' in metric ? metric.values : undefined),
    member: choose(member),
    memberValues: picks(member && 'values' in member ? member.values : undefined),
    memberColumns: picks(member && 'columns' in member ? member.columns : undefined),
    year: choose(year),
    yearColumns: year && 'columns' in year ? year.columns : [],
    yearRule: suggestion.yearRule ?? 'begins',
    value: suggestion.value?.column ?? '',
    qualifier: choose(suggestion.qualifier),
    status: choose(suggestion.status),
    source: choose(suggestion.source),
    noteZh: choose(suggestion.noteZh),
    noteEn: choose(suggestion.noteEn),
    where: suggestion.where ?? [],
    duplicates: suggestion.duplicates ?? 'refuse',
  };
}

/** Fields that are not filled in, by the ids of their controls. */
const faultFields = [
  'metric',
  'metric-values',
  'member',
  'member-values',
  'member-columns',
  'year',
  'year-columns',
  'value',
  'where',
] as const;
export type FaultField = (typeof faultFields)[number];

/** What is still to be filled in before there can be a preview. */
export function faultsOf(draft: MappingDraft, columns: Column[]): FaultField[] {
  const { layout } = draft;
  const isOpen = (choice: Choice, values: Record<string, Pick>) =>
    textsOf(choice, columns).some((text) => !values[text]);
  const faults: Record<FaultField, boolean> = {
    metric: draft.metric === '',
    'metric-values': isOpen(draft.metric, draft.metricValues),
    member: layout !== 'wide-members' && draft.member === '',
    'member-values': layout !== 'wide-members' && isOpen(draft.member, draft.memberValues),
    'member-columns':
      layout === 'wide-members' &&
      Object.values(draft.memberColumns).every((pick) => fixedOf(pick) === null),
    year: layout !== 'wide-years' && draft.year === '',
    'year-columns': layout === 'wide-years' && draft.yearColumns.length === 0,
    value: layout === 'long' && draft.value === '',
    where: draft.where.some(({ column, equals }) => column === '' || equals.length === 0),
  };
  return faultFields.filter((field) => faults[field]);
}

/** The texts of a chosen column that each stand for something; none where there are too many to list. */
export const textsOf = (choice: Choice, columns: Column[]): string[] =>
  columns.find(({ name }) => name === columnOf(choice))?.values ?? [];

/** Whether every column that a draft names is there. */
export function fits(draft: MappingDraft, columns: Column[]): boolean {
  const names = new Set(columns.map(({ name }) => name));
  const { metric, member, year, qualifier, status, source, noteZh, noteEn } = draft;
  const named = [
    ...[metric, member, year, qualifier, status, source, noteZh, noteEn].map(columnOf),
    ...[draft.value || null, ...draft.yearColumns],
    ...Object.keys(draft.memberColumns),
    ...draft.where.map(({ column }) => column),
  ];
  return named.every((name) => name === null || names.has(name));
}

/** The mapping that a draft without faults makes. */
export function mappingOf(draft: MappingDraft, columns: Column[], sheet: string | null): Mapping {
  const { layout } = draft;
  const named = (choice: Choice, values: Record<string, Pick>) => {
    const column = columnOf(choice);
    if (column === null) return { fixed: fixedOf(choice) ?? '' };
    const texts = textsOf(choice, columns);
    const map = Object.fromEntries(texts.map((text) => [text, fixedOf(values[text] ?? '')]));
    return { column, ...(texts.length > 0 && { values: map }) };
  };
  const part = <T extends string>(field: string, choice: Choice) => {
    const column = columnOf(choice);
    const fixed = fixedOf(choice);
    if (column === null && !fixed) return {};
    return { [field]: column === null ? { fixed: fixed as T } : { column } };
  };
  const year = columnOf(draft.year);
  return {
    layout,
    sheet,
    metric: named(draft.metric, draft.metricValues),
    member:
      layout === 'wide-members'
        ? {
            columns: Object.fromEntries(
              Object.entries(draft.memberColumns).flatMap(([column, pick]) => {
                const id = fixedOf(pick);
                return id === null ? [] : [[column, id]];
              }),
            ),
          }
        : named(draft.member, draft.memberValues),
    year:
      layout === 'wide-years'
        ? { columns: draft.yearColumns }
        : year === null
          ? { fixed: Number(fixedOf(draft.year)) }
          : { column: year },
    yearRule: draft.yearRule,
    ...(layout === 'long' && { value: { column: draft.value } }),
    ...part<Qualifier>('qualifier', draft.qualifier),
    ...part<Status>('status', draft.status),
    ...part('source', draft.source),
    ...part('noteZh', draft.noteZh),
    ...part('noteEn', draft.noteEn),
    where: draft.where,
    duplicates: draft.duplicates,
  };
}
