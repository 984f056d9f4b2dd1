import type { D1Migration } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import type { OrganisationEntry, RecordEntryAnswer } from '../../schema/staff/register.ts';
import { database, prepareRecord } from './record.ts';
import { employ } from './staff.ts';

const { MIGRATIONS } = env as Env & { MIGRATIONS: D1Migration[] };
const indexes = ['record_index', 'organisation_index'];

/** What each entry of the indexes has, whatever the order. */
const facetsOf = async () => {
  const found = await database.batch<{ rank: number; facets: string }>(
    indexes.map((index) => database.prepare(`select rowid as rank, facets from ${index}`)),
  );
  return found.map(({ results }) =>
    results.map(({ rank, facets }) => [rank, facets.split(' ').toSorted()]),
  );
};

/** The facets as they were written before. */
const without = (facets: string): string =>
  facets
    .split(' ')
    .filter((facet) => !/^(?:qnew|qchanged|qnamed|g\d+)$/.test(facet))
    .join(' ');

beforeAll(() => prepareRecord('facts'));

it('writes into the index of former publications what a publication writes now', async () => {
  const editor = await employ('editor');
  const reviewer = await employ('reviewer');
  const put = async (path: string, content: unknown) => {
    const { entry } = await editor.read<{ entry: { version: number } }>('GET', path);
    await editor.read('PUT', path, { version: entry.version, content });
  };
  const publish = () =>
    reviewer.read('POST', '/releases', {
      ...{ years: [], reason: 'late_data', notes: { zh: '登记', en: 'Register' } },
      publishAt: null,
    });
  const path = '/records/roadshow-2024';
  const { content: roadshow } = (await editor.read<RecordEntryAnswer>('GET', path)).entry;
  const { entry } = await editor.read<{ entry: OrganisationEntry }>('GET', '/organisations/ittn');
  const names = { ...entry.content!.names, en: 'Zephyr Network' };
  await put('/organisations/ittn', { ...entry.content, names });
  await put(path, null);
  await publish();
  await editor.read('PUT', '/records/roadshow-again', { version: 0, content: roadshow });
  await publish();
  const host = { role: 'host', organisation: 'natt', person: null, position: null };
  await put('/records/roadshow-again', { ...roadshow, parties: [host] });
  await publish();

  const whole = await facetsOf();
  const told = whole.flat(2).flat().map(String);
  for (const facet of ['qnew', 'qchanged', 'qnamed']) expect(told).toContain(facet);
  expect(told.some((facet) => /^g\d+$/.test(facet))).toBe(true);
  for (const index of indexes) {
    const { results } = await database
      .prepare(`select rowid as rank, facets from ${index}`)
      .all<{ rank: number; facets: string }>();
    await database.batch(
      results.map(({ rank, facets }) =>
        database
          .prepare(`update ${index} set facets = ? where rowid = ?`)
          .bind(without(facets), rank),
      ),
    );
  }
  expect(await facetsOf()).not.toEqual(whole);
  const { queries } = MIGRATIONS.find(({ name }) => name.startsWith('0011'))!;
  // Twice changes nothing more.
  for (const sql of [...queries, ...queries]) await database.prepare(sql).run();
  expect(await facetsOf()).toEqual(whole);
});
