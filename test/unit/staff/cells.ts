import fc from 'fast-check';
import type { PublishedCell } from '../../../schema/staff/cells.ts';
import type { CheckedCell, CheckedMetric, Frame } from '../../../schema/staff/checks.ts';
import type { CellContent } from '../../../schema/staff/words.ts';
import { qualifiers, TOTAL, type Qualifier, type Status } from '../../../schema/vocabulary.ts';

type Said = Exclude<CellContent, { withdrawn: true }>;

/** What a draft says of a figure; a missing one is O. */
export const say = (value: number | null, changes: Partial<Said> = {}): Said => ({
  value,
  qualifier: 'exact',
  status: value === null ? 'O' : 'A',
  source: null,
  note: null,
  ...changes,
});
export const publish = (
  value: number | null,
  changes: Partial<PublishedCell> = {},
): PublishedCell => ({
  ...say(value),
  sample: false,
  source: 'report',
  ...changes,
});
export const note = { en: 'Counted again' };
export const withdrawn = { withdrawn: true, note: null } as const;

export interface Given {
  draft?: CellContent | null;
  published?: PublishedCell | null;
  previous?: PublishedCell | null;
}
export const cell = (
  member: string,
  { draft, published = null, previous = null }: Given,
): CheckedCell => ({
  member,
  published,
  previous,
  draft: draft === undefined ? null : { content: draft },
});
export const metricOf = (
  cells: Record<string, Given>,
  changes: Partial<CheckedMetric> = {},
): CheckedMetric => ({
  decimals: 0,
  additive: true,
  breaks: false,
  cells: Object.entries(cells).map(([member, given]) => cell(member, given)),
  ...changes,
});
export const frame: Frame = {
  year: 2025,
  founded: 2018,
  currentYear: 2025,
  isSource: (id) => id === 'report',
};

const status = fc.constantFrom<Status>('A', 'P', 'E');
const qualifier = fc.constantFrom<Qualifier>(...qualifiers);
const content: fc.Arbitrary<Said> = fc.oneof(
  fc.record({
    value: fc.nat(1000),
    qualifier,
    status,
    source: fc.constant(null),
    note: fc.constant(null),
  }),
  fc.constant(say(null)),
);
export const members = ['a', 'b', 'c'];
/** Three members and a total, each with a figure or none. */
export const drafts = fc.record(
  Object.fromEntries([...members, TOTAL].map((member) => [member, fc.option(content)])),
);
export const drafted = (given: Record<string, Said | null>, changes: Partial<CheckedMetric> = {}) =>
  metricOf(
    Object.fromEntries(Object.entries(given).map(([member, draft]) => [member, { draft }])),
    changes,
  );
