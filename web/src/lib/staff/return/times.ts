import { intlTag, type Locale } from '$lib/words/locale.ts';

/** An instant to the minute in a time zone: `2025年1月10日 09:00`, `10 January 2025 at 09:00`. */
export function formatTime(instant: string | number, locale: Locale, timeZone: string): string {
  const format = new Intl.DateTimeFormat(intlTag(locale), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  });
  return format.format(new Date(instant));
}

/** The time of the day alone: `09:00`. */
export function formatClock(instant: string | number, locale: Locale, timeZone: string): string {
  const format = new Intl.DateTimeFormat(intlTag(locale), { timeStyle: 'short', timeZone });
  return format.format(new Date(instant));
}
