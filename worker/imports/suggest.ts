import type { Metric } from '../../schema/answers.ts';
import type { Inspection, Mapping } from '../../schema/staff/imports.ts';
import { readNumber } from '../../schema/staff/numbers.ts';
import { TOTAL } from '../../schema/vocabulary.ts';
import { readYear } from './years.ts';

type Column = Inspection['columns'][number];
type Names = Pick<Metric, 'id' | 'names'> & { breakdown: Metric['breakdown'] };

/** Heads by which columns are known, in Chinese and English. */
const known = {
  metric: /^(?:metric|indicator|measure|指标|指标名称|指标代码)$/,
  member:
    /^(?:member|category|breakdown|domain|field|kind|type|type of organi[sz]ation|类别|分类|分组|类型|领域|种类|构成)$/,
  year: /^(?:(?:academic |financial |fiscal |calendar |reporting )?year|period|time|年|年份|年度|学年|统计年度|时间)$/,
  value: /^(?:value|number|count|figure|amount|obs_value|数值|数量|数据|值|个数|统计值)$/,
  qualifier: /^(?:qualifier|限定|精确程度)$/,
  status: /^(?:status|obs_status|状态|数据状态)$/,
  source: /^(?:source|source id|来源|资料来源)$/,
  noteZh: /^(?:note_zh|备注|说明|注释|中文备注)$/,
  noteEn: /^(?:note_en|note|notes|comment|remark|remarks|英文备注)$/,
} as const;

const totals = /^(?:total|total number|all|sum|合计|总计|总数|共计)$/;

const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** Texts by which an id is known: itself, and its names. */
const textsOf = ({ id, names }: { id: string; names: Record<string, string> }) =>
  [id, ...Object.values(names)].map(plain);

/**
 * A mapping that may fit: from the heads, from what stands below them, and from the names of the catalogue. A person
 * looks at it before anything is made of it.
 */
export function suggestMapping(columns: Column[], metrics: Names[]): Partial<Mapping> {
  const find = (part: keyof typeof known) =>
    columns.find(({ name }) => known[part].test(plain(name)));
  const years = columns.filter(({ name }) => readYear(name, 'begins') !== null);
  const metric = find('metric');
  const byMember = metrics
    .map(({ id, breakdown }) => ({ id, columns: membersAmong(columns, breakdown) }))
    .find((found) => Object.keys(found.columns).length > 1);
  const ofMetric = metric && { column: metric.name, values: valuesOf(metric, metrics) };
  const year = find('year') ?? columns.find(isYears);
  const rest = Object.fromEntries(
    (['qualifier', 'status', 'source', 'noteZh', 'noteEn'] as const).flatMap((part) => {
      const column = find(part);
      return column ? [[part, { column: column.name }]] : [];
    }),
  );
  if (byMember) {
    return {
      layout: 'wide-members',
      metric: ofMetric ?? { fixed: byMember.id },
      member: { columns: byMember.columns },
      ...(year && { year: { column: year.name } }),
      ...rest,
    };
  }
  const member = find('member') ?? columns.find((column) => namesMembers(column, metrics));
  const ofMember = member && {
    column: member.name,
    values: valuesOf(
      member,
      metrics.flatMap(({ breakdown }) => breakdown?.members ?? []),
      totals,
    ),
  };
  const shared = {
    ...(ofMetric && { metric: ofMetric }),
    ...(ofMember && { member: ofMember }),
    ...rest,
  };
  if (years.length > 1) {
    return { layout: 'wide-years', ...shared, year: { columns: years.map(({ name }) => name) } };
  }
  const taken = new Set([metric?.name, member?.name, year?.name]);
  const value =
    find('value') ?? columns.find((column) => !taken.has(column.name) && isNumbers(column));
  return {
    layout: 'long',
    ...shared,
    ...(year && { year: { column: year.name } }),
    ...(value && { value: { column: value.name } }),
  };
}

const isYears = ({ samples }: Column) =>
  samples.length > 0 && samples.every((text) => readYear(text, 'begins') !== null);

const isNumbers = ({ samples }: Column) =>
  samples.some((text) => readNumber(text).kind === 'value') &&
  samples.every((text) => readNumber(text).kind !== 'unreadable');

/** Which columns are named after a member of a breakdown, or after the total beside them. */
function membersAmong(columns: Column[], breakdown: Metric['breakdown']): Record<string, string> {
  const members = columns.flatMap(({ name }) => {
    const found = breakdown?.members.find((member) => textsOf(member).includes(plain(name)));
    return found ? [[name, found.id] as const] : [];
  });
  const total = columns.find(({ name }) => totals.test(plain(name)));
  return Object.fromEntries(
    members.length > 1 && total ? [...members, [total.name, TOTAL]] : members,
  );
}

const namesMembers = ({ values }: Column, metrics: Names[]) =>
  (values ?? []).some((text) =>
    metrics.some(({ breakdown }) =>
      breakdown?.members.some((member) => textsOf(member).includes(plain(text))),
    ),
  );

/** What the texts of a column stand for, as far as they are names or ids; the others are left to the person. */
function valuesOf(
  { values }: Column,
  named: { id: string; names: Record<string, string> }[],
  total?: RegExp,
): Record<string, string> {
  return Object.fromEntries(
    (values ?? []).flatMap((text) => {
      if (total?.test(plain(text))) return [[text, TOTAL]];
      const found = named.find((entry) => textsOf(entry).includes(plain(text)));
      return found ? [[text, found.id]] : [];
    }),
  );
}
