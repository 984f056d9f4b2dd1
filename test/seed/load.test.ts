import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getPlatformProxy } from 'wrangler';
import { loadSeed } from '../../seed/load.ts';
import { readSeed } from '../../seed/read.ts';
import { migrationStatements } from './migrations.ts';

const rows = readSeed({ factsOnly: false });
const database = { binding: 'DB', database_name: 'seed', database_id: 'seed' };
const config = { name: 'seed', compatibility_date: '2026-10-01', d1_databases: [database] };

let folder: string;
let platform: Awaited<ReturnType<typeof getPlatformProxy<{ DB: D1Database }>>>;
let db: D1Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seed-'));
  const configPath = join(folder, 'wrangler.json');
  writeFileSync(configPath, JSON.stringify(config));
  platform = await getPlatformProxy<{ DB: D1Database }>({ configPath, persist: false });
  db = platform.env.DB;
  await db.batch(migrationStatements().map((statement) => db.prepare(statement)));
});
afterEach(async () => {
  await platform.dispose();
  rmSync(folder, { recursive: true });
});

const count = (table: string) => db.prepare(`SELECT count(*) AS n FROM "${table}"`).first('n');

describe('loadSeed', () => {
  it('fills an empty database, and keeps a filled one', async () => {
    expect(await loadSeed(db, rows)).toBe('loaded');
    expect(await count('figure')).toBe(rows.figure.length);
    expect(await count('centre')).toBe(1);
    expect(await loadSeed(db, rows)).toBe('kept');
    expect(await count('figure')).toBe(rows.figure.length);
  });

  it('loads all or nothing', async () => {
    const closedYear = [{ year: 2018, firstRelease: 99, lastRelease: null }];
    await expect(loadSeed(db, { ...rows, closedYear })).rejects.toThrow('FOREIGN KEY');
    expect(await count('release')).toBe(0);
    expect(await loadSeed(db, rows)).toBe('loaded');
  });
});
