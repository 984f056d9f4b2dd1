import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unstable_getMiniflareWorkerOptions as readWorkerOptions } from 'wrangler';
import { bundle } from '../../scripts/build.ts';
import { storageOf } from '../../scripts/database.ts';
import { host } from '../../scripts/port.ts';
import { Refusal, root } from '../../scripts/run.ts';

/** CPU of the local runtime for one answer, in ms. */
export interface Cpu {
  /** The Worker makes the page: the edge cache is off, as it is on `*.workers.dev`. */
  made: number;
  /** The edge cache has it. */
  kept: number;
}

export const cpuMethod = `CPU: user and system time of the workerd process (/proc) over sequential requests in a warm isolate, without
If-None-Match, divided by their number; less what a bare Worker needs that answers "ok". "made" is with the edge cache
off, "kept" with the page in it. The local D1 and the local cache run in that process and are counted, while Cloudflare
does not bill theirs: the numbers are upper bounds.`;

const requests = 200;
const warmUp = 100;

/** Measures each path: made anew on the database of a state folder, and kept by the edge cache. */
export async function measureCpu(state: string, paths: string[]): Promise<Record<string, Cpu>> {
  const { workerOptions } = readWorkerOptions(join(root, 'wrangler.toml'));
  const { modulesRules: _, ...bindings } = workerOptions;
  const options = convertV4MiniflareOptions({
    ...bindings,
    modules: [{ type: 'ESModule', path: join(bundle, 'index.js') }],
    modulesRoot: bundle,
    resourcePersistencePath: storageOf(state),
    host,
    port: 0,
  });
  const uncached = {
    ...options,
    workers: options.workers.map((worker) => ({
      ...worker,
      dev: { ...worker.dev, cacheAPI: false },
    })),
  };
  const bare = convertV4MiniflareOptions({
    modules: true,
    script: `export default { fetch: () => new Response('ok') }`,
    host,
    port: 0,
  });
  const [nothing] = await measureRuntime(bare, ['/']);
  const made = await measureRuntime(uncached, paths);
  const kept = await measureRuntime(options, paths);
  return Object.fromEntries(
    paths.map((path, i) => [path, { made: made[i]! - nothing!, kept: kept[i]! - nothing! }]),
  );
}

/** CPU per request of each path, in ms, in a runtime of its own. */
async function measureRuntime(
  options: ConstructorParameters<typeof Miniflare>[0],
  paths: string[],
): Promise<number[]> {
  const others = listRuntimes();
  const server = new Miniflare(options);
  try {
    const { origin } = await server.ready;
    const pid = listRuntimes().find((one) => !others.includes(one));
    if (!pid) throw new Refusal('Found no workerd process below this one in /proc.');
    const found: number[] = [];
    for (const path of paths) {
      await ask(origin + path, warmUp);
      const before = readCpu(pid);
      await ask(origin + path, requests);
      found.push((readCpu(pid) - before) / requests);
    }
    return found;
  } finally {
    await server.dispose();
  }
}

async function ask(url: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    const answer = await fetch(url);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Refusal(`${url} answers ${answer.status}.`);
  }
}

/** What /proc says of a process after its name: state, parent, …; null when it has ended. */
function readStat(pid: string): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  } catch {
    return null;
  }
}

/** User and system time of a process so far, in ms: the kernel counts in ticks of 10 ms. */
function readCpu(pid: string): number {
  const stat = readStat(pid);
  if (!stat) throw new Refusal('The runtime has ended.');
  return (Number(stat[11]) + Number(stat[12])) * 10;
}

/** The workerd processes that this process started. */
function listRuntimes(): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || Number(readStat(pid)?.[1]) !== process.pid) return false;
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'workerd';
  });
}
