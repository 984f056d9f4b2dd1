import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { root } from '../../../scripts/run.ts';
import { migrationStatements } from '../../seed/migrations.ts';

/** The id that the account gave the database. */
export const databaseId = '0a1b2c3d-0000-4000-8000-000000000001';

/** What stands for `wrangler`: it notes how it was called, and asks a database file instead of Cloudflare's. */
const wrangler = `#!/usr/bin/env node
const { appendFileSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { DatabaseSync } = require('node:sqlite');
const args = process.argv.slice(2);
const account = process.env.TEST_ACCOUNT;
const after = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : null);
const config = after('--config');
const id = config && /^database_id = "(.*)"$/m.exec(readFileSync(config, 'utf8'))[1];
appendFileSync(join(account, 'calls'), JSON.stringify({ args, id }) + '\\n');
if (args[1] === 'list') process.stdout.write(readFileSync(join(account, 'databases')));
else {
  const database = new DatabaseSync(join(account, 'database'));
  database.exec('BEGIN');
  const answer = after('--command').split(';\\n').map((sql) => ({ results: database.prepare(sql).all() }));
  database.exec('COMMIT');
  process.stdout.write(JSON.stringify(answer));
}
`;

export interface Call {
  args: string[];
  /** The database that the settings it was given name. */
  id: string | null;
}

/** A Cloudflare account with the deployed database, and a copy of the product whose commands reach it. */
export function openAccount() {
  const folder = mkdtempSync(join(tmpdir(), 'yearbook-account-'));
  const copy = join(folder, 'copy');
  for (const part of ['scripts', 'schema', 'worker', 'package.json', 'wrangler.toml'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  // Packages are found one folder up, programs of the copy first.
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const programs = join(copy, 'node_modules/.bin');
  mkdirSync(programs, { recursive: true });
  writeFileSync(join(programs, 'wrangler'), wrangler, { mode: 0o755 });

  const tell = (...names: string[]) =>
    writeFileSync(
      join(folder, 'databases'),
      JSON.stringify(names.map((name) => ({ name, uuid: name === 'yearbook' ? databaseId : 'x' }))),
    );
  tell('another', 'yearbook');
  const database = new DatabaseSync(join(folder, 'database'));
  for (const statement of migrationStatements()) database.exec(statement);
  return {
    database,
    /** The databases that the account lists from now on. */
    tell,
    run: (script: string, ...args: string[]) =>
      spawnSync(process.execPath, [join(copy, 'scripts', script), ...args], {
        encoding: 'utf8',
        env: { ...process.env, TEST_ACCOUNT: folder },
      }),
    /** How wrangler was called so far. */
    calls: (): Call[] =>
      readFileSync(join(folder, 'calls'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Call),
    close: () => {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
