/** What a clock on the wall shows in a time zone, as a field of type datetime-local has it: `2026-12-01T09:00`. */
export function wallTime(instant: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return format.format(instant).replace(' ', 'T');
}

/**
 * The instant at which a clock on the wall of a time zone shows this, in UTC; null for what is no time. Of an hour that
 * a change of the clocks repeats the first is meant; one that it leaves out comes as much later as was left out.
 */
export function instantOf(wall: string, timeZone: string): string | null {
  const utc = Date.parse(`${wall}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) || Number.isNaN(utc)) return null;
  const offsetAt = (at: number) => Date.parse(`${wallTime(new Date(at), timeZone)}Z`) - at;
  const day = 24 * 60 * 60 * 1000;
  // The offsets before and after any change of the clocks nearby.
  const offsets = [offsetAt(utc - day), offsetAt(utc + day)];
  const found = offsets.map((offset) => utc - offset).find((at) => at + offsetAt(at) === utc);
  return new Date(found ?? utc - offsets[0]!).toISOString();
}

/** Its name in a language: "China Standard Time". */
export function zoneName(timeZone: string, tag: string): string {
  const parts = new Intl.DateTimeFormat(tag, { timeZone, timeZoneName: 'long' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
