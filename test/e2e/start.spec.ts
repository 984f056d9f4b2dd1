import { expect, test } from '@playwright/test';
import { cpSync, existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { roles } from '../../schema/staff/roles.ts';
import { demoAddress } from '../../scripts/demo-people.ts';
import { root } from '../../scripts/run.ts';
import { readSeed } from '../../seed/read.ts';
import { ask, freePort, kill, newFolder, removeFolder, run, start, stop } from './starting.ts';

test.describe.configure({ timeout: 180_000 });

let folder = '';
test.beforeEach(() => {
  folder = newFolder();
});
/** Ends what killed starts left behind. */
const sweep: (() => void)[] = [];
test.afterEach(() => {
  for (const end of sweep.splice(0)) end();
  removeFolder(folder);
});

const overview = async (address: string) =>
  (await fetch(`${address}/api/v1/overview?by=members`)).json();

const counts = `SELECT (SELECT count(*) FROM "release") AS releases, (SELECT count(*) FROM figure) AS figures,
  (SELECT count(*) FROM source) AS sources, (SELECT count(*) FROM centre) AS centres`;
const { release, figure, source, centre } = readSeed({ factsOnly: false });
const all = {
  releases: release.length,
  figures: figure.length,
  sources: source.length,
  centres: centre.length,
};
const none = { releases: 0, figures: 0, sources: 0, centres: 0 };

test('a second start keeps what was changed, and says so', async ({ baseURL }) => {
  const first = start(folder, await freePort());
  await first.ready;
  expect(await overview(first.address)).toEqual(await overview(baseURL!));
  await stop(first);
  ask(folder, `UPDATE figure SET value = 96 WHERE metric = 'meeting-participants' AND year = 2024`);

  const second = start(folder, await freePort());
  await second.ready;
  expect(second.output()).toContain('Kept the figures that were there');
  for (const role of roles) expect(second.output()).toContain(demoAddress(role));
  expect(ask(folder, 'SELECT count(*) AS n FROM person WHERE demo')).toEqual([{ n: roles.length }]);
  for (const secret of ['auth-secret', 'verify-secret'])
    expect(statSync(join(folder, secret)).mode & 0o777).toBe(0o600);
  const answer = await fetch(`${second.address}/en/years/2024`);
  expect(await answer.text()).toContain('reached 96 people in 2024');
  expect(ask(folder, counts)).toEqual([all]);
  await stop(second);
});

test('a start that is killed leaves nothing half-seeded, and its port and database to the next', async ({
  baseURL,
}) => {
  const port = await freePort();
  const tables = `SELECT name FROM sqlite_master WHERE name IN ('centre', 'figure')`;
  const moments = [
    ['while it migrates', () => existsSync(join(folder, 'v3'))],
    ['once there are tables', () => ask(folder, tables)?.length === 2],
    ['once there is a row', () => Number(ask(folder, counts)?.[0]?.['releases']) > 0],
    ['when it is ready', null],
  ] as const;
  for (const [moment, isThere] of moments)
    await test.step(`killed ${moment}`, async () => {
      const one = start(folder, port);
      if (isThere) await expect.poll(isThere, { intervals: [20], timeout: 60_000 }).toBe(true);
      else await one.ready;
      sweep.push(await kill(one));
      const found = ask(folder, counts);
      if (found) expect([none, all]).toContainEqual(found[0]);
    });

  const last = start(folder, port);
  await last.ready;
  expect(ask(folder, counts)).toEqual([all]);
  expect(await overview(last.address)).toEqual(await overview(baseURL!));
  await stop(last);
});

test('the facts alone hold no sample; a reset is refused while it runs, then starts over', async () => {
  const port = await freePort();
  const first = start(folder, port, '--facts-only');
  await first.ready;
  expect(first.output()).toContain('Loaded the sourced facts.');
  expect(ask(folder, 'SELECT * FROM figure WHERE sample')).toEqual([]);
  expect(ask(folder, 'SELECT * FROM target')).toEqual([]);
  expect(ask(folder, 'SELECT * FROM person')).toEqual([]);
  expect(first.output()).not.toContain('Sign in');
  expect(ask(folder, `SELECT * FROM source WHERE kind = 'sample'`)).toEqual([]);
  const page = await (await fetch(`${first.address}/en`)).text();
  expect(page).not.toMatch(/sample figure/i);
  expect(page).toContain('Outcomes of 2024');

  const early = run('reset.ts', ['--state', folder]);
  expect(await early.ended).toBe(1);
  expect(early.output()).toMatch(/^Yearbook is running .*Stop it first\.\n$/);
  const other = start(folder, await freePort());
  expect(await other.ended).toBe(1);
  expect(other.output()).toMatch(/^Yearbook already runs on this database.*\n$/);
  await stop(first);

  const reset = run('reset.ts', ['--state', folder]);
  expect(await reset.ended).toBe(0);
  expect(existsSync(folder)).toBe(false);
});

test('a taken port is one sentence and exit code 1', async () => {
  const taken = createServer();
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
  const { port } = taken.address() as { port: number };
  const one = start(folder, port);
  expect(await one.ended).toBe(1);
  expect(one.output()).toMatch(new RegExp(`^Port ${port} is taken\\. .*\\n$`));
  taken.close();
  const odd = ['http', '0', '65536', '80.5'].map(async (port) => {
    const refused = run('start.ts', ['--no-build', '--state', folder], port as never);
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toBe(`PORT is "${port}". Give a number from 1 to 65535.\n`);
  });
  await Promise.all(odd);
});

test('a broken seed names its file, row and field, and nothing is loaded', async () => {
  const copy = join(folder, 'copy');
  for (const part of ['scripts', 'seed', 'schema', 'worker', 'package.json', 'wrangler.toml'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const file = join(copy, 'seed/facts/figures.csv');
  writeFileSync(file, readFileSync(file, 'utf8').replace(',95,exact', ',ninety-five,exact'));

  const state = join(folder, 'state');
  const one = run('start.ts', ['--no-build', '--state', state], await freePort(), copy);
  expect(await one.ended).toBe(1);
  expect(one.output()).toMatch(/^The seed is not loaded\./);
  expect(one.output()).toMatch(/facts\/figures\.csv.*value.*ninety-five|ninety-five/);
  expect(one.output()).not.toMatch(/\n\s+at /);
  expect(ask(state, counts)).toBeNull();
});
