import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeAuthSecret } from './auth-secret.ts';
import { build } from './build.ts';
import { main, Refusal, root, run } from './run.ts';

const name = 'yearbook';
/** The settings of the deployment: those of the product, with the id that Cloudflare gave the database. */
const config = join(root, 'wrangler.deploy.toml');

/** Finds the database of the account, or makes it. */
async function provideDatabase(): Promise<string> {
  const list = JSON.parse(await run('wrangler', ['d1', 'list', '--json'])) as {
    name: string;
    uuid: string;
  }[];
  const found = list.find((database) => database.name === name);
  if (found) return found.uuid;
  console.log('Creating the database …');
  const printed = await run('wrangler', ['d1', 'create', name]);
  const id = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/.exec(printed)?.[0];
  if (!id) throw new Refusal(`wrangler d1 create did not tell the id of the database:\n${printed}`);
  return id;
}

function writeConfig(databaseId: string): void {
  const settings = readFileSync(join(root, 'wrangler.toml'), 'utf8');
  writeFileSync(config, settings.replace(/^database_id = .*$/m, `database_id = "${databaseId}"`));
}

/** Whether the Worker has the key that signs sessions. It stays the same, or everyone would be signed out. */
async function hasAuthSecret(): Promise<boolean> {
  try {
    const list = await run('wrangler', ['secret', 'list', '--config', config]);
    return (JSON.parse(list) as { name: string }[]).some((secret) => secret.name === 'AUTH_SECRET');
  } catch (error) {
    if (error instanceof Refusal && /Worker "[^"]*" not found/.test(error.message)) return false;
    throw error;
  }
}

/** What uploads a key with the Worker where it has none: nobody has to see it, and nobody does. */
async function provideAuthSecret(folder: string, rehearses: boolean): Promise<string[]> {
  if (!rehearses && (await hasAuthSecret())) return [];
  const file = join(folder, 'secrets.json');
  writeFileSync(file, JSON.stringify({ AUTH_SECRET: makeAuthSecret() }), { mode: 0o600 });
  return ['--secrets-file', file];
}

/**
 * Puts the product on Cloudflare: database, migrations, catalogue and sourced facts (never sample figures), Worker.
 * Each step can be done again: a database in use keeps what it has. `--rehearse` does the same with a local
 * database in a temporary folder, and stops before the upload.
 */
await main(async () => {
  const { values } = parseArgs({ options: { rehearse: { type: 'boolean', default: false } } });
  const work = mkdtempSync(join(tmpdir(), 'yearbook-deploy-'));
  try {
    writeConfig(values.rehearse ? 'rehearsal' : await provideDatabase());
    const place = values.rehearse ? ['--local', '--persist-to', work] : ['--remote'];
    const d1 = (...args: string[]) =>
      run('wrangler', ['d1', ...args, '--config', config, ...place]);

    console.log('Migrating the database …');
    await d1('migrations', 'apply', 'DB');
    console.log('Loading the catalogue and the sourced facts, where there is nothing yet …');
    const sql = join(work, 'facts.sql');
    await run('node', ['seed/write-sql.ts', '--facts-only', sql]);
    await d1('execute', 'DB', '--file', sql, '--yes');
    console.log('Building the pages and the Worker …');
    await build();
    const secret = await provideAuthSecret(work, values.rehearse);
    const how = values.rehearse ? ['--dry-run'] : [];
    const upload = ['deploy', '--config', config, ...secret, ...how];
    console.log((await run('wrangler', upload)).trim());
  } finally {
    rmSync(work, { recursive: true, force: true });
    rmSync(config, { force: true });
  }
});
