import type { Qualifier } from '../vocabulary.ts';

/** The most decimal places that a spreadsheet shows. */
const MOST = 20;

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

const signs: Record<Qualifier | 'at_most', string> = {
  exact: '',
  at_least: '"≥"',
  at_most: '"≤"',
  about: '"≈"',
};

export interface Shown {
  decimals: number;
  qualifier: Qualifier | 'at_most' | null;
  /** Signs of the marks, to stand behind the number. */
  marks: readonly string[];
  /** What it is, where it is no plain number: a change is shown with its sign. */
  as?: 'percentage' | 'change' | undefined;
}

/** The number format of a spreadsheet that shows a value with its qualifier and marks; the cell stays a number. */
export function numberFormat({ decimals, qualifier, marks, as }: Shown): string {
  const places = decimals > 0 ? `.${'0'.repeat(Math.min(MOST, decimals))}` : '';
  const number = `#,##0${places}${as === 'percentage' ? '"%"' : ''}`;
  const before = qualifier === null ? '' : signs[qualifier];
  const after = marks.length ? quoted(` ${marks.join(' ')}`) : '';
  const plus = as === 'change' ? '+' : '';
  return `${before}${plus}${number}${after};${before}"\u2212"${number}${after};${before}${number}${after}`;
}
