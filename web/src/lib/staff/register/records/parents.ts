import { hear, type staffApi } from '$lib/staff/client.ts';
import type { RecordEntry } from '$schema/staff/register.ts';
import type { NamedRecord } from '../lookup/find.ts';

/** The records that one takes place in, now and with the next release, by name; one that is gone is left out. */
export async function readParents(
  client: ReturnType<typeof staffApi>,
  { content, published }: RecordEntry,
): Promise<NamedRecord[]> {
  const keys = new Set([content, published].flatMap((one) => one?.partOf ?? []));
  const answers = await Promise.all(
    [...keys].map((key) => hear(client.records[':key'].$get({ param: { key } }))),
  );
  return answers.flatMap((answer) => {
    if (!answer.ok) return [];
    const { key, ...entry } = answer.body.entry;
    const shown = entry.content ?? entry.published;
    return shown ? [{ id: key, titles: shown.titles, year: shown.year, date: shown.date }] : [];
  });
}
