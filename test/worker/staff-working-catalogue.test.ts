import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueDraft } from '../../schema/staff/tables.ts';
import { openSession } from '../../worker/db.ts';
import { readCatalogue } from '../../worker/queries/catalogue.ts';
import { openStaffDb } from '../../worker/queries/staff/open.ts';
import {
  listCatalogueEntries,
  readWorkingCatalogue,
} from '../../worker/queries/staff/working-catalogue.ts';
import { database, prepareRecord } from './record.ts';

const db = openStaffDb(database);

beforeAll(() => prepareRecord('samples'));

const draft = (
  kind: 'metric' | 'member' | 'target',
  key: string,
  content: Record<string, unknown> | null,
  release: number | null = null,
) =>
  db.insert(catalogueDraft).values({
    kind,
    key,
    content,
    release,
    version: 3,
    editedBy: 'nobody',
    editedAt: '2025-01-01T00:00:00.000Z',
  });

describe('readWorkingCatalogue', () => {
  it('is the catalogue of the newest release while nothing is drafted', async () => {
    const working = await readWorkingCatalogue(db);
    const published = await readCatalogue(openSession(database).db, working.newest);
    expect(working.groups).toEqual(published.groups);
    // How metrics count records is no part of what returns are made of.
    const plain = published.metrics.map(({ records: _, ...metric }) => metric);
    expect(working.metrics).toEqual(plain);
    expect(working.closedYears).toEqual(published.closedYears);
    const byKey = (a: { metric: string; year: number }, b: { metric: string; year: number }) =>
      a.metric.localeCompare(b.metric) || a.year - b.year;
    expect(working.targets.toSorted(byKey)).toEqual(published.targets.toSorted(byKey));
    expect(working.targets.some((target) => target.sample)).toBe(true);
    expect(working.centre).toMatchObject({ founded: 2018, timeZone: 'Asia/Shanghai' });
    expect(working.sources.map((source) => source.kind)).toContain('sample');
  });

  it('is overlaid by what waits for the next release, and by nothing that a release took up', async () => {
    const before = await readWorkingCatalogue(db);
    const people = before.entries.find(
      (entry) => entry.kind === 'metric' && entry.key === 'people-trained',
    )!;
    const newest = before.newest;
    await db.batch([
      draft('metric', 'people-trained', { ...people.content, lastYear: 2020 }),
      draft('metric', 'people-thanked', { ...people.content, position: 99_999 }),
      draft('metric', 'meetings-held', { names: { en: 'An old draft' } }, newest),
      draft('member', 'domain~biomedicine', null),
    ]);
    const { metrics } = await readWorkingCatalogue(db);
    const find = (id: string) => metrics.find((metric) => metric.id === id);
    expect(find('people-trained')?.lastYear).toBe(2020);
    expect(find('people-thanked')?.group).toBe('talent');
    expect(find('meetings-held')).toEqual(before.metrics.find(({ id }) => id === 'meetings-held'));
    const members = find('agreements-signed')!.breakdown!.members.map(({ id }) => id);
    expect(members).not.toContain('biomedicine');
    expect(members).toContain('technology-transfer');

    const entries = await listCatalogueEntries(db);
    const entry = (key: string) => entries.find((found) => found.key === key);
    expect(entry('people-thanked')).toMatchObject({ published: null, pending: true, version: 3 });
    expect(entry('meetings-held')).toMatchObject({ pending: false, version: 3 });
    expect(entry('domain~biomedicine')).toMatchObject({ pending: true, content: null });
  });
});
