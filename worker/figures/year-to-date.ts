/**
 * Whether the figures of a year are "year to date" in a release: the year was not over when the
 * release was published, and has not been closed. Never asks the reader's clock, so that a named
 * release reads the same for ever.
 *
 * @param releasePublishedYear calendar year of the publication, in the centre's time zone
 * @param closedYears years whose figures that release holds to be complete
 */
export function yearToDate(
  year: number,
  releasePublishedYear: number,
  closedYears: readonly number[],
): boolean {
  return year >= releasePublishedYear && !closedYears.includes(year);
}
