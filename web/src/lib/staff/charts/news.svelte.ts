import type { StaffChart } from '$schema/staff/charts.ts';

/** What was just done, for the page that it leads to. Set in a browser alone. */
export const news: { saved: string | null; deleted: StaffChart | null } = $state({
  saved: null,
  deleted: null,
});
