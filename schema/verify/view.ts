import type { ChartBy, ChartShow } from '../chart-views.ts';

/** The years a code can name, as those an address can. */
const FIRST = 1900;
const LAST = 2200;
const YEARS = LAST - FIRST + 1;
const PAIRS = (YEARS * (YEARS + 1)) / 2;

/** What is drawn of a metric. The order is printed: it never changes, and nothing is taken out. */
const forms: readonly { by: ChartBy; show: ChartShow; lines: boolean }[] = [
  { by: 'total', show: 'value', lines: false },
  { by: 'total', show: 'value', lines: true },
  { by: 'members', show: 'value', lines: false },
  { by: 'members', show: 'value', lines: true },
  { by: 'total', show: 'change', lines: false },
  { by: 'members', show: 'change', lines: false },
  { by: 'total', show: 'cumulative', lines: false },
  { by: 'members', show: 'cumulative', lines: false },
  { by: 'members', show: 'share', lines: false },
];
const CHARTS = PAIRS * forms.length * 2;

/** What a code stands for, beside the metric: a chart, or everything of one year. */
export type CodedView =
  | {
      kind: 'chart';
      by: ChartBy;
      show: ChartShow;
      /** Drawn as lines where another way is usual. */
      lines: boolean;
      from: number;
      to: number;
      sample: 'include' | 'exclude';
    }
  | { kind: 'year'; year: number; sample: 'include' | 'exclude' };

/** How many numbers {@link viewToNumber} gives: they fit into 20 bits. */
export const VIEWS = CHARTS + YEARS * 2;

const holds = (year: number) => Number.isInteger(year) && year >= FIRST && year <= LAST;

/** A view as one number below {@link VIEWS}; null for one that no code can name. */
export function viewToNumber(view: CodedView): number | null {
  const sample = view.sample === 'exclude' ? 1 : 0;
  if (view.kind === 'year')
    return holds(view.year) ? CHARTS + (view.year - FIRST) * 2 + sample : null;
  const { by, show, lines, from, to } = view;
  const form = forms.findIndex(
    (one) => one.by === by && one.show === show && one.lines === (lines && show === 'value'),
  );
  if (form < 0 || !holds(from) || !holds(to) || from > to) return null;
  const last = to - FIRST;
  const pair = (last * (last + 1)) / 2 + from - FIRST;
  return (pair * forms.length + form) * 2 + sample;
}

/** The view of a number of {@link viewToNumber}; null for any other number. */
export function numberToView(number: number): CodedView | null {
  if (!Number.isInteger(number) || number < 0 || number >= VIEWS) return null;
  const sample = number % 2 === 1 ? 'exclude' : 'include';
  const rest = Math.floor(number / 2);
  if (number >= CHARTS) return { kind: 'year', year: FIRST + rest - CHARTS / 2, sample };
  const pair = Math.floor(rest / forms.length);
  // The last year is the largest whose pairs begin at or before this one.
  const last = Math.floor((Math.sqrt(8 * pair + 1) - 1) / 2);
  const from = FIRST + pair - (last * (last + 1)) / 2;
  return { kind: 'chart', ...forms[rest % forms.length]!, from, to: FIRST + last, sample };
}
