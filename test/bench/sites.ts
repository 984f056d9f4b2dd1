import { join } from 'node:path';
import { build as buildPage } from 'vite';
import { build } from '../../scripts/build.ts';
import { migrate } from '../../scripts/database.ts';
import { serve } from '../../scripts/serve.ts';
import { loadSeed } from '../../seed/load.ts';
import { readSeed } from '../../seed/read.ts';
import type { Measured } from './pages.ts';
import { fromFolder, fromServer, startProxy, type Proxy } from './proxy.ts';

const here = import.meta.dirname;

/** Serves the product on a database of its own in the folder `state`, with sample figures. */
export async function serveYearbook(state: string, builds: boolean) {
  if (builds) await build();
  const server = await serve(state, 0);
  const database = (await server.getD1Database('DB')) as unknown as D1Database;
  await migrate(database);
  await loadSeed(database, readSeed({ factsOnly: false }));
  return server;
}

/** Starts a proxy before each site. `yearbook`: where the product is served. */
export async function openSites(
  work: string,
  yearbook: string,
): Promise<Record<Measured['site'], Proxy>> {
  const chartjs = join(work, 'chartjs');
  await buildPage({
    configFile: false,
    logLevel: 'warn',
    root: join(here, 'chartjs'),
    build: { outDir: chartjs, emptyOutDir: true, modulePreload: false },
  });
  return {
    static: await startProxy(fromFolder(join(here, 'static'))),
    chartjs: await startProxy(fromFolder(chartjs)),
    yearbook: await startProxy(fromServer(yearbook)),
  };
}
