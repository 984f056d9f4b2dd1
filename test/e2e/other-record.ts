import { test } from '@playwright/test';
import type { Miniflare } from 'miniflare';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../scripts/database.ts';
import { hireDemoPeople } from '../../scripts/demo-people.ts';
import { serve } from '../../scripts/serve.ts';
import { readSeed } from '../../seed/read.ts';
import type { SeedRows } from '../../seed/rows.ts';
import { seedStatements } from '../../seed/statements.ts';

/**
 * Serves the tests of a file or group from a Worker and database of their own, holding these rows and then what the
 * statements do; null: not a single row. With `staff` there is a demo person of each role (`signIn`). `page` and
 * `request` then go there. Gives the folder of its database and, while
 * tests run, takes more statements.
 */
export function useRecord(
  rows: SeedRows | null,
  statements: string[] = [],
  { staff = false } = {},
): { state: () => string; run: (statements: string[]) => Promise<void> } {
  let server: Miniflare;
  let state = '';
  let address = '';

  // One after the other in one process: else each test would have a server of its own.
  test.describe.configure({ mode: 'default' });

  test.beforeAll(async () => {
    // A server, a database and its rows, while others start theirs.
    test.setTimeout(90_000);
    state = mkdtempSync(join(tmpdir(), 'yearbook-e2e-'));
    server = await serve(state, 0);
    const database = await server.getD1Database('DB');
    await migrate(database);
    const all = [...(rows ? seedStatements(rows) : []), ...statements];
    if (all.length) await database.batch(all.map((one) => database.prepare(one)));
    if (staff) await hireDemoPeople(database);
    address = (await server.ready).origin;
  });

  test.use({ baseURL: async ({}, use) => use(address) });

  test.afterAll(async () => {
    await server.dispose();
    rmSync(state, { recursive: true, force: true });
  });

  return {
    state: () => state,
    run: async (more) => {
      const database = await server.getD1Database('DB');
      await database.batch(more.map((one) => database.prepare(one)));
    },
  };
}

type Row<K extends keyof SeedRows> = SeedRows[K][number];

/** A figure of 2024, final, published in release 1; `change` says what is different about it. */
export const figure = (change: Partial<Row<'figure'>>): Row<'figure'> => ({
  metric: 'agreements-signed',
  year: 2024,
  member: '',
  firstRelease: 1,
  lastRelease: null,
  value: 12,
  qualifier: 'exact',
  status: 'A',
  sample: false,
  source: 'report',
  note: null,
  reason: 'first_publication',
  ...change,
});

/** The catalogue with one release and one source: all years up to 2024 closed, and these figures only. */
export function recordOf(figures: Row<'figure'>[], change: Partial<SeedRows> = {}): SeedRows {
  const { metricGroup, breakdown, member, metric, centre } = readSeed({ factsOnly: true });
  const window = { firstRelease: 1, lastRelease: null };
  return {
    metricGroup,
    breakdown,
    member,
    metric,
    centre,
    release: [
      {
        n: 1,
        publishedAt: '2025-01-10T01:00:00Z',
        reason: 'first_publication',
        notes: { zh: '首次发布', en: 'The first one' },
        onePerson: false,
      },
    ],
    source: [
      {
        id: 'report',
        ...window,
        kind: 'official',
        titles: { zh: '年度报告', en: 'Annual report' },
        publisher: { zh: '中心', en: 'The Center' },
        publishedOn: '2025-01-05',
        url: 'https://example.org/report',
      },
    ],
    figure: figures,
    target: [],
    closedYear: Array.from({ length: 7 }, (_, i) => ({ year: 2018 + i, ...window })),
    metricCount: [],
    organisation: [],
    record: [],
    party: [],
    recordIndex: [],
    organisationIndex: [],
    ...change,
  };
}
