import type { MetricFigures, Overview, Source } from '$schema/answers.ts';
import type { YearComparison } from '$schema/register/year-comparisons.ts';
import type { Chapter, Yearbook } from '$schema/yearbook.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import { yearText } from '$lib/words/year-text.ts';
import { startCollection, yearPage, type YearPage } from './year.ts';
import { yearList, type YearList } from './year-entries.ts';

/** One year of the yearbook, ready to be written. */
export interface BookChapter {
  year: number;
  overview: Overview;
  sections: YearPage['sections'];
  /** What is said of each metric, by its id. */
  texts: Map<string, string[]>;
  lists: YearList[];
  /** How many metrics have a figure. */
  reported: number;
  /** Whether nothing at all is said of it: not even that a figure is missing. */
  silent: boolean;
  /** Whether it had not ended, or was not final, when it was published. */
  toDate: boolean;
  code: string | null;
}

/** Chapters, and what is numbered through all of them. */
export interface Book {
  chapters: BookChapter[];
  notes: string[];
  sources: Source[];
  /** What the charts of each metric rest on, by its id. */
  chartSources: Map<string, { id: string; n: number }[]>;
}

/**
 * What the years of an answer are told by: one after the other, with notes and sources numbered as they are met.
 * @param charted years that charts show
 * @param comparisons figures beside the register, where there is one year and they are known
 */
export function composeBook(
  answer: Yearbook,
  locale: Locale,
  charted: { from: number; to: number },
  comparisons: readonly YearComparison[] = [],
): Book {
  const collected = startCollection(answer.sources);
  const chapters = answer.chapters.map((chapter): BookChapter => {
    const overview = overviewOf(answer, chapter);
    const { sections } = yearPage(overview, locale, collected);
    const metrics = answer.metrics.map(({ metric }) => metric);
    const rows = sections.flatMap((section) => section.rows);
    const texts = yearText(overview, locale, { comparisons }).map(
      ({ metric, sentences }) => [metric, sentences] as const,
    );
    return {
      year: chapter.year,
      overview,
      sections,
      texts: new Map(texts),
      lists: chapter.lists.map((list) => yearList(list, chapter.year, metrics, collected, locale)),
      reported: chapter.headlines.filter(({ point }) => point.value !== null).length,
      silent: rows.every(({ point }) => point.status === null),
      toDate: rows.some(({ point }) => point.yearToDate && point.value !== null),
      code: chapter.code,
    };
  });
  const chartSources = new Map(
    answer.metrics.map((figures) => [
      figures.metric.id,
      collected.sources.number(sourcesWithin(figures, charted)).toSorted((a, b) => a.n - b.n),
    ]),
  );
  const { footnotes, sources } = collected;
  return { chapters, notes: footnotes.texts, sources: sources.listed, chartSources };
}

const sourcesWithin = (
  { series }: MetricFigures,
  { from, to }: { from: number; to: number },
): string[] => {
  const points = series.flatMap((one) => one.points);
  const shown = points.filter(({ year, value }) => value !== null && year >= from && year <= to);
  return [...new Set(shown.flatMap((point) => point.sources))];
};

/** Whether anything that is shown of these years is sample data: charts begin with the first year of the record. */
export const hasSampleUpTo = ({ metrics, chapters, from, to }: Yearbook): boolean =>
  chapters.some(({ lists }) => lists.some(({ records }) => records.some(({ sample }) => sample))) ||
  metrics.some(
    ({ series, targets }) =>
      targets.some(({ year, sample }) => sample && year >= from && year <= to) ||
      series.some(({ points }) => points.some(({ year, sample }) => sample && year <= to)),
  );

/** A chapter as the answer about its year. */
function overviewOf(answer: Yearbook, { year, headlines }: Chapter): Overview {
  const { release, sample, founded, centre, years, groups, sources, hasSample } = answer;
  const metrics = headlines.flatMap(({ metric, ...headline }) => {
    const figures = answer.metrics.find((one) => one.metric.id === metric);
    return figures ? [{ headline, figures }] : [];
  });
  return { release, sample, founded, centre, year, years, groups, metrics, sources, hasSample };
}
