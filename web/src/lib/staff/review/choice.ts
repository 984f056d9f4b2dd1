import type { Review } from '$schema/staff/releases.ts';

/** Whether a return goes into the release, and whether its year is then complete. */
export interface Choice {
  included: boolean;
  complete: boolean;
}

/** What is proposed: to publish what may be published, as complete when the year is over. */
export const proposedChoice = (
  { year, closed, obstacles }: Pick<Review, 'year' | 'closed' | 'obstacles'>,
  thisYear: number,
): Choice => ({
  included: !obstacles.some((one) => one === 'own_figures' || one === 'not_submitted'),
  complete: closed || year < thisYear,
});
