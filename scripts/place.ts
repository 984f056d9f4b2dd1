import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal, root, run } from './run.ts';

/** The name of the database, in the settings and in the account that it is deployed to. */
const name = 'yearbook';

/** A database that a command works on: in a state folder on this machine, or the deployed one. */
export interface Place {
  /** The rows that each of these SQL statements gives. Works beside a running `npm start`. */
  query<Rows extends unknown[][]>(...statements: string[]): Promise<Rows>;
}

/**
 * Opens the database of a state folder, or with `remote` the one that `npm run deploy` made.
 * @throws Refusal when the account has none
 */
export async function withPlace<T>(
  { remote, state }: { remote: boolean; state: string },
  work: (place: Place) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'yearbook-place-'));
  try {
    const config = remote ? await writeRemoteConfig(folder) : join(root, 'wrangler.toml');
    const where = remote ? ['--remote'] : ['--local', '--persist-to', state];
    const query = async <Rows extends unknown[][]>(...statements: string[]): Promise<Rows> => {
      const asked = ['d1', 'execute', 'DB', '--config', config, ...where, '--json'];
      const printed = await run('wrangler', [...asked, '--command', statements.join(';\n')]);
      return (JSON.parse(printed) as { results: unknown[] }[]).map(
        ({ results }) => results,
      ) as Rows;
    };
    return await work({ query });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The settings of the product with the id that Cloudflare gave the database; gives the path. */
async function writeRemoteConfig(folder: string): Promise<string> {
  const list = JSON.parse(await run('wrangler', ['d1', 'list', '--json'])) as {
    name: string;
    uuid: string;
  }[];
  const found = list.find((database) => database.name === name);
  if (!found) throw new Refusal(`This Cloudflare account has no database "${name}".`);
  const settings = readFileSync(join(root, 'wrangler.toml'), 'utf8');
  const config = join(folder, 'wrangler.toml');
  writeFileSync(config, settings.replace(/^database_id = .*$/m, `database_id = "${found.uuid}"`));
  return config;
}
