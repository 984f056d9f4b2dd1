import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { loadSeed } from '../seed/load.ts';
import { readSeed } from '../seed/read.ts';
import { getPlatformProxy } from 'wrangler';
import { migrate, storageOf } from './database.ts';
import { hireDemoPeople, tellDemoPeople } from './demo-people.ts';
import { checkPort, host } from './port.ts';
import { main, root } from './run.ts';
import { defaultState, takeState } from './state.ts';

/** Pages and Worker on one port, both reloaded as their files change. */
await main(async () => {
  const port = Number(process.env['PORT'] || 8787);
  await takeState(defaultState);
  await checkPort(port);
  const { env, dispose } = await getPlatformProxy<Env>({
    configPath: join(root, 'wrangler.toml'),
    persist: { path: storageOf(defaultState) },
  });
  await migrate(env.DB);
  await loadSeed(env.DB, readSeed({ factsOnly: false }));
  await hireDemoPeople(env.DB);
  console.log(await tellDemoPeople(env.DB, `http://${host}:${port}`));
  await dispose();

  const vite = spawn('vite', ['dev', '--host', host, '--port', String(port), '--strictPort'], {
    cwd: join(root, 'web'),
    stdio: 'inherit',
  });
  vite.on('exit', (code) => process.exit(code ?? 0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => vite.kill(signal));
});
