import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { SeedError } from '../seed/problems.ts';
import { readSeed } from '../seed/read.ts';
import { loadSeed } from '../seed/load.ts';
import { build } from './build.ts';
import { migrate } from './database.ts';
import { checkPort, host } from './port.ts';
import { main, Refusal } from './run.ts';
import { defaultState, noteRuntimes, takeState } from './state.ts';

function readOptions() {
  const { values } = parseArgs({
    options: {
      'facts-only': { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
      state: { type: 'string', default: defaultState },
    },
  });
  const port = Number(process.env['PORT'] || 8787);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Refusal(`PORT is "${process.env['PORT']}". Give a number from 1 to 65535.`);
  }
  return {
    factsOnly: values['facts-only'],
    builds: !values['no-build'],
    state: resolve(values.state),
    port,
  };
}

/** @throws Refusal that names each bad row */
function readValidSeed(factsOnly: boolean) {
  try {
    return readSeed({ factsOnly });
  } catch (error) {
    if (error instanceof SeedError) throw new Refusal(`The seed is not loaded.\n${error.message}`);
    throw error;
  }
}

await main(async () => {
  const { factsOnly, builds, state, port } = readOptions();
  await takeState(state);
  await checkPort(port);
  const seed = readValidSeed(factsOnly);

  if (builds) {
    console.log('Building the pages and the Worker …');
    await build();
  }
  console.log('Preparing the database …');
  // They take a second to load, which a refusal need not wait for.
  const { serve } = await import('./serve.ts');
  const { hireDemoPeople, tellDemoPeople } = await import('./demo-people.ts');
  const server = await serve(state, port);
  await noteRuntimes(state);
  const database = (await server.getD1Database('DB')) as unknown as D1Database;
  await migrate(database);
  const loaded = await loadSeed(database, seed);
  if (!factsOnly) await hireDemoPeople(database);
  console.log(
    loaded === 'kept'
      ? 'Kept the figures that were there (npm run reset starts over).'
      : factsOnly
        ? 'Loaded the sourced facts.'
        : 'Loaded the sourced facts and sample figures (npm start -- --facts-only leaves samples out).',
  );
  const address = `http://${host}:${port}`;
  const demo = await tellDemoPeople(database, address);
  if (demo) console.log(demo);
  console.log(`Yearbook is at ${address}`);

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void server.dispose().finally(() => process.exit(0)));
  }
});
