import type { ReturnsAnswer } from '$schema/staff/returns.ts';

/** Whether figures of a year are public, also where no return of it was ever made. A sample counts as none. */
export const isRecorded = ({ completeness }: ReturnsAnswer['years'][number]): boolean =>
  completeness.filled + completeness.missing > 0;
