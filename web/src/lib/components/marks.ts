import type { Mark } from '$lib/chart/types.ts';
import type { Status } from '$schema/vocabulary.ts';

interface Marked {
  status: Status | null;
  sample: boolean;
  yearToDate?: boolean;
  value: number | null;
}

/** The marks to say beside a value. "≥", "≈" and "not reported" stand in the value itself. */
export function marksBeside({ status, sample, yearToDate, value }: Marked): Mark[] {
  if (value === null) return [];
  return [
    ...(status === 'P' || status === 'E' ? [status] : []),
    ...(sample ? ['sample' as const] : []),
    ...(yearToDate ? ['year_to_date' as const] : []),
  ];
}
