import type { Locale } from '$lib/paraglide/runtime.js';
import { formatPercent, formatSigned } from '$lib/words/numbers.ts';
import { statusName } from '$lib/words/statuses.ts';
import { valueShort } from '$lib/words/values.ts';
import type { Problem } from '$schema/answers.ts';
import { describeChange, factOf } from '$schema/staff/checks.ts';
import type { PublishedCell } from '$schema/staff/cells.ts';
import type { Obstacle, ReviewChange } from '$schema/staff/releases.ts';
import type { CellContent } from '$schema/staff/words.ts';
import * as m from '$messages';
import { tellProblem } from '../problem.ts';

/** Why something may not be published by this person, or not now. */
export const obstacleWords = (obstacle: Obstacle, locale: Locale): string =>
  m.review_obstacle({ obstacle }, { locale });

/** What went wrong when something was sent back, published or withdrawn. */
export function tellReview(
  problem: (Partial<Problem> & { obstacles?: Obstacle[] }) | null,
  locale: Locale,
): string {
  const { code = '', obstacles = [] } = problem ?? {};
  if (obstacles.length > 0)
    return obstacles.map((obstacle) => obstacleWords(obstacle, locale)).join(' ');
  if (code === 'changed_since') return m.review_changed_since({}, { locale });
  if (code === 'not_waiting') return m.review_not_waiting({}, { locale });
  if (code === 'invalid_time') return m.review_time_error({}, { locale });
  if (code === 'refused') return m.review_refused({}, { locale });
  return tellProblem(problem, locale);
}

/** A figure in short: "≥8 (provisional)"; that there is none, or will be none. */
export function figureWords(
  figure: PublishedCell | CellContent | null,
  decimals: number,
  locale: Locale,
): string {
  if (figure === null) return m.review_nothing({}, { locale });
  if ('withdrawn' in figure && figure.withdrawn) return m.review_withdrawn({}, { locale });
  const { value, qualifier, status, ...rest } = figure as PublishedCell;
  const text = valueShort({ value, qualifier }, decimals, locale);
  const asides = [
    status === 'A' || status === 'O' ? '' : statusName(status, locale),
    rest.sample ? m.word_sample({}, { locale }) : '',
  ].filter(Boolean);
  if (asides.length === 0) return text;
  return m.word_aside({ text, aside: asides.join(m.separator({}, { locale })) }, { locale });
}

/** How much a figure changes against what is public; null where that cannot be said. */
export const changeOf = (change: ReviewChange, locale: Locale): string | null =>
  signedWords(change, change.decimals, locale);

/** How much the proposed figure changes on the published one of the year before; null where that cannot be said. */
export function changeOnPrevious(
  { after, previous, decimals, breaks }: ReviewChange,
  locale: Locale,
): string | null {
  const stated = after.withdrawn ? null : after;
  const found = describeChange(factOf(previous), stated, { decimals, breaks });
  return signedWords(found, decimals, locale);
}

function signedWords(
  { change, changePercent }: { change: number | null; changePercent: number | null },
  decimals: number,
  locale: Locale,
): string | null {
  if (change === null) return null;
  const signed = formatSigned(change, decimals, locale);
  if (changePercent === null) return signed;
  const percent = `${changePercent > 0 ? '+' : ''}${formatPercent(changePercent, locale)}`;
  return m.word_aside({ text: signed, aside: percent }, { locale });
}

/** How many figures a return adds to, changes in and withdraws from what is public. */
export function countChanges(changes: readonly ReviewChange[]) {
  const withdrawn = changes.filter(({ after }) => after.withdrawn).length;
  const added = changes.filter(({ before, after }) => !before && !after.withdrawn).length;
  return { added, changed: changes.length - added - withdrawn, withdrawn };
}
