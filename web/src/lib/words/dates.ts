import { intlTag, type Locale } from './locale.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: Locale, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  let format = formats.get(key);
  if (!format)
    formats.set(
      key,
      (format = new Intl.DateTimeFormat(intlTag(locale), { dateStyle: 'long', timeZone })),
    );
  return format;
}

function format(date: Date, locale: Locale, timeZone: string): string | null {
  return Number.isNaN(date.getTime()) ? null : dateFormat(locale, timeZone).format(date);
}

/** The day of an instant in the centre's time zone: `2024年8月6日`, `6 August 2024`. */
export function formatDate(instant: string, locale: Locale, timeZone: string): string {
  return format(new Date(instant), locale, timeZone) ?? instant;
}

/** A calendar day (`2024-08-06`), which belongs to no time zone. */
export function formatDay(day: string, locale: Locale): string {
  return format(new Date(`${day.slice(0, 10)}T00:00:00Z`), locale, 'UTC') ?? day;
}
