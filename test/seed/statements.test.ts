import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { readSeed } from '../../seed/read.ts';
import type { SeedRows } from '../../seed/rows.ts';
import { seedStatements } from '../../seed/statements.ts';
import { migrationStatements } from './migrations.ts';

const rows = readSeed({ factsOnly: false });

let db: DatabaseSync;
beforeEach(() => {
  db = new DatabaseSync(':memory:');
  run(migrationStatements());
});

const run = (statements: string[]) => statements.forEach((statement) => db.exec(statement));
const count = (table: string) => db.prepare(`SELECT count(*) AS n FROM "${table}"`).get()?.n;
const dump = () =>
  tables()
    .sort()
    .map((table) => db.prepare(`SELECT * FROM "${table}"`).all());

const hostile = [
  `'; DROP TABLE figure; --`,
  `it's "quoted" \`and\` [more] \\ '' ''''`,
  'a\nline\r\nand\ttabs',
  'before\u0000after',
  '🤝🏽 金砖 𠮷 \u200f\u202e',
  'Begin transaction; BEGIN TRANSACTION; COMMIT;',
  '<script>alert(1)</script>',
  '?1 :name @p $x -- /* */ ;',
  `' || (SELECT 1) || '`,
  '',
];

describe('seedStatements', () => {
  it('inserts every row of the seed, as it is', () => {
    run(seedStatements(rows));
    expect(count('figure')).toBe(rows.figure.length);
    expect(count('source')).toBe(rows.source.length);
    const forum = db.prepare(
      `SELECT * FROM figure WHERE metric = 'meetings-held' AND year = 2022 AND member = 'forum' ORDER BY first_release`,
    );
    expect(forum.all()).toEqual([
      expect.objectContaining({ first_release: 2, last_release: 2, value: 1, status: 'A' }),
      expect.objectContaining({ first_release: 3, last_release: null, value: null, status: 'O' }),
    ]);
    const units = db.prepare(`SELECT units FROM metric WHERE id = 'people-trained'`).get()?.units;
    expect(JSON.parse(String(units))).toEqual({
      zh: { other: '人' },
      en: { one: 'person', other: 'people' },
    });
  });

  it.each(hostile)('keeps hostile text as it is: %j', (text) => {
    const named: SeedRows = {
      ...rows,
      centre: rows.centre.map((row) => ({ ...row, id: text, names: { zh: text, en: text } })),
      source: rows.source.map((row) => ({ ...row, url: text })),
    };
    for (const unlessSeeded of [false, true]) {
      run(['DELETE FROM centre', ...tables().map((table) => `DELETE FROM "${table}"`)]);
      run(seedStatements(named, { unlessSeeded }));
      const centre = db.prepare('SELECT * FROM centre').get();
      expect(centre?.id).toBe(text);
      expect(JSON.parse(String(centre?.names))).toEqual({ zh: text, en: text });
      expect(db.prepare('SELECT DISTINCT url FROM source').all()).toEqual([{ url: text }]);
      expect(count('figure')).toBe(rows.figure.length);
    }
  });

  it('never looks like a transaction, which wrangler would refuse', () => {
    const id = 'BEGIN TRANSACTION; COMMIT;';
    const named = { ...rows, centre: rows.centre.map((row) => ({ ...row, id })) };
    expect(seedStatements(named).join('\n')).not.toMatch(/BEGIN TRANSACTION|COMMIT/);
  });

  it('refuses what has no literal', () => {
    const figure = rows.figure.map((row) => ({ ...row, value: Number.NaN }));
    expect(() => seedStatements({ ...rows, figure })).toThrow('No SQL literal for NaN');
  });

  it('stays far below the 100 kB that D1 takes in a statement, however many rows there are', () => {
    const [first] = rows.figure;
    if (!first) throw new Error('The seed has no figures');
    const figure = Array.from({ length: 5000 }, (_, year) => ({ ...first, year, member: 'm' }));
    for (const unlessSeeded of [false, true]) {
      run(tables().map((table) => `DELETE FROM "${table}"`));
      const statements = seedStatements({ ...rows, figure }, { unlessSeeded });
      const sizes = statements.map((statement) => new TextEncoder().encode(statement).length);
      expect(Math.max(...sizes)).toBeLessThan(62_000);
      run(statements);
      expect(count('figure')).toBe(5000);
    }
  });
});

describe('seedStatements for a deployment', () => {
  const guarded = seedStatements(rows, { unlessSeeded: true });

  it('loads the same as without the guard', () => {
    run(seedStatements(rows));
    const expected = dump();
    run(tables().map((table) => `DELETE FROM "${table}"`));
    run(guarded);
    expect(dump()).toEqual(expected);
  });

  it('changes nothing in a database that is in use, even with a newer seed', () => {
    run(guarded);
    db.exec(`INSERT INTO release VALUES (6, '2026-02-01T00:00:00.000Z', 'correction', '{}', 0)`);
    db.exec(`UPDATE figure SET last_release = 5 WHERE last_release IS NULL AND year = 2024`);
    const before = dump();
    const newer = rows.figure.map((row) => ({ ...row, year: row.year + 50 }));
    run(guarded);
    run(seedStatements({ ...rows, figure: newer }, { unlessSeeded: true }));
    expect(dump()).toEqual(before);
  });

  it('goes on after a run that was cut off', () => {
    run(guarded);
    const expected = dump();
    run(tables().map((table) => `DELETE FROM "${table}"`));
    run(guarded.slice(0, -3));
    expect(count('centre')).toBe(0);
    run(guarded);
    expect(dump()).toEqual(expected);
  });
});

/** Every table, those that refer to releases first; without those that a full-text index keeps itself. */
function tables(): string[] {
  const all = db
    .prepare(
      `SELECT name FROM pragma_table_list WHERE type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'`,
    )
    .all();
  return all
    .map(({ name }) => String(name))
    .sort((a, b) => Number(a === 'release') - Number(b === 'release'));
}
