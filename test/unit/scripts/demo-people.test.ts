import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/run.ts';
import { readSeed } from '../../../seed/read.ts';
import { seedStatements } from '../../../seed/statements.ts';
import { migrationStatements } from '../../seed/migrations.ts';

/** The files of ours that a program may load, itself among them. */
function reach(program: string, found = new Set<string>()): Set<string> {
  const path = join(root, program);
  if (found.has(program) || !existsSync(path)) return found;
  found.add(program);
  const imports = readFileSync(path, 'utf8').matchAll(/(?:from|import\(?)\s*'(\.[^']+)'/g);
  for (const [, name] of imports)
    reach(relative(root, join(dirname(path), name!)).replaceAll('\\', '/'), found);
  return found;
}

describe('demo people', () => {
  it('are made by npm start alone: no deployment, and nothing that is deployed, knows them', () => {
    const demo = 'scripts/demo-people.ts';
    expect(reach('scripts/start.ts')).toContain(demo);
    for (const program of ['scripts/deploy.ts', 'seed/write-sql.ts', 'worker/index.ts']) {
      const found = reach(program);
      expect(found.size, program).toBeGreaterThan(3);
      expect(found, program).not.toContain(demo);
    }
  });

  it('are not among what a deployment loads, nor is anybody', () => {
    const database = new DatabaseSync(':memory:');
    const statements = [...migrationStatements(), ...seedStatements(readSeed({ factsOnly: true }))];
    for (const statement of statements) database.exec(statement);
    expect(database.prepare('SELECT count(*) AS n FROM figure').get()).not.toEqual({ n: 0 });
    for (const table of ['person', 'account', 'session', 'invitation', 'api_token'])
      expect(database.prepare(`SELECT * FROM "${table}"`).all(), table).toEqual([]);
    database.close();
  });
});
