import type { Metric } from '$schema/answers.ts';
import * as m from '$lib/paraglide/messages.js';
import { joinClauses, yearsInWords } from '$lib/words/lists.ts';
import type { Locale } from '$lib/words/locale.ts';
import type { ChartSeries, Mark, View } from './types.ts';

export type NotesContext = {
  metric: Metric;
  show: View['show'];
  locale: Locale;
  years: readonly number[];
  members: readonly ChartSeries[];
  /** The total; null where only the members are shown. */
  total: ChartSeries | null;
  /** The year of the first sentence, which says of its own figure how exactly it is known. */
  said: number | null;
  /** Whether nothing is drawn, which the first sentence says. */
  isEmpty: boolean;
};

/**
 * What a reader must know of the other years, in one sentence without a full stop: which are missing,
 * samples, estimates, lower bounds. Empty when there is nothing to say.
 */
export function notesSentence(context: NotesContext): string {
  const { metric, show, locale, years, members, total, said } = context;
  const all = total ? [...members, total] : members;
  const at = (one: ChartSeries, i: number) => one.points[i]?.value ?? null;
  const yearsWhere = (test: (i: number) => boolean) => years.filter((_, i) => test(i));

  const isMissing = (i: number) =>
    total ? at(total, i) === null : members.every((one) => at(one, i) === null);
  const isPartly = (i: number) => !isMissing(i) && members.some((one) => isGap(one, i));
  const isMarked = (mark: Mark) => (i: number) =>
    all.some((one) => one.points[i]?.marks.includes(mark));

  const clauses: string[] = [];
  const note = (found: readonly number[], say: (years: string) => string) => {
    if (found.length > 0) clauses.push(say(yearsInWords(found, locale)));
  };
  const kind = (one: Parameters<typeof m.chart_note_years>[0]['kind']) => (found: string) =>
    m.chart_note_years({ kind: one, years: found }, { locale });

  note(yearsWhere(isMarked('sample')), kind(show === 'value' ? 'sample' : 'on_sample'));
  note(unsaidGaps(yearsWhere(isMissing), context), (found) =>
    m.chart_gap_years({ show, years: found }, { locale }),
  );
  note(yearsWhere(isPartly), kind('parts'));
  note(yearsWhere(isMarked('E')), kind('E'));
  note(yearsWhere(isMarked('P')), kind('P'));
  note(
    yearsWhere(isMarked('at_least')).filter((year) => year !== said),
    kind('at_least'),
  );
  note(
    yearsWhere(isMarked('year_to_date')).filter((year) => year !== said),
    kind('year_to_date'),
  );
  note(
    metric.breaks.map(({ year }) => year).filter((year) => years.includes(year)),
    kind('break'),
  );
  return clauses.length === 0
    ? ''
    : m.chart_notes({ list: joinClauses(clauses, locale) }, { locale });
}

/**
 * The years without a value that the first sentence leaves open. It names the year before itself where
 * that is missing, speaks of all years where nothing is drawn, and a first year has no change.
 */
function unsaidGaps(found: number[], { years, total, said, isEmpty }: NotesContext): number[] {
  if (isEmpty) return [];
  const gapOf = (year: number) => total?.points[years.indexOf(year)]?.gap;
  const open = found.filter((year) => gapOf(year) !== 'first_year');
  const named = said === null ? null : said - 1;
  return open.length === 1 && open[0] === named && gapOf(named) === 'no_figure' ? [] : open;
}

/** A retired part has no value, nor has the part not broken down where everything is: those are not gaps. */
function isGap(one: ChartSeries, i: number): boolean {
  return one.points[i]?.marks.includes('missing') ?? false;
}
