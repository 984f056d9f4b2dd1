import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { main, Refusal, root, run } from './run.ts';
import { makeSecret, secretNames } from './secrets.ts';

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

/**
 * The keys that the Worker has. They stay the same: with another one everyone would be signed out, and what is printed
 * could not be verified.
 */
async function listSecrets(): Promise<string[]> {
  try {
    const list = await run('wrangler', ['secret', 'list', '--config', config]);
    return (JSON.parse(list) as { name: string }[]).map(({ name }) => name);
  } catch (error) {
    if (error instanceof Refusal && /Worker "[^"]*" not found/.test(error.message)) return [];
    throw error;
  }
}

/** What uploads the keys that the Worker does not have yet: nobody has to see them, and nobody does. */
async function provideSecrets(folder: string, rehearses: boolean): Promise<string[]> {
  const kept = rehearses ? [] : await listSecrets();
  const missing = secretNames.filter((name) => !kept.includes(name));
  if (!missing.length) return [];
  const file = join(folder, 'secrets.json');
  const made = Object.fromEntries(missing.map((name) => [name, makeSecret()]));
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
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
    const secrets = await provideSecrets(work, values.rehearse);
    const how = values.rehearse ? ['--dry-run'] : [];
    const upload = ['deploy', '--config', config, ...secrets, ...how];
    console.log((await run('wrangler', upload)).trim());
  } finally {
    rmSync(work, { recursive: true, force: true });
    rmSync(config, { force: true });
  }
});
