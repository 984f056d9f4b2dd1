import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unstable_getMiniflareWorkerOptions as readWorkerOptions } from 'wrangler';
import { bundle } from '../../scripts/build.ts';
import { storageOf } from '../../scripts/database.ts';
import { host } from '../../scripts/port.ts';
import { Refusal, root } from '../../scripts/run.ts';
import { readSecrets } from '../../scripts/secrets.ts';
import { bundledModules } from '../../scripts/serve.ts';

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

/** The product in a runtime of its own, on the database of a state folder, with the edge cache and without. */
export function runtimeOptions(state: string) {
  const { workerOptions } = readWorkerOptions(join(root, 'wrangler.toml'));
  const { modulesRules: _, ...bindings } = workerOptions;
  const cached = convertV4MiniflareOptions({
    ...bindings,
    bindings: readSecrets(state),
    modules: bundledModules(),
    modulesRoot: bundle,
    resourcePersistencePath: storageOf(state),
    host,
    port: 0,
  });
  const uncached = {
    ...cached,
    workers: cached.workers.map((worker) => ({
      ...worker,
      dev: { ...worker.dev, cacheAPI: false },
    })),
  };
  return { cached, uncached };
}

/** Measures each path: made anew on the database of a state folder, and kept by the edge cache. */
export async function measureCpu(state: string, paths: string[]): Promise<Record<string, Cpu>> {
  const { cached, uncached } = runtimeOptions(state);
  const bare = convertV4MiniflareOptions({
    modules: true,
    script: `export default { fetch: () => new Response('ok') }`,
    host,
    port: 0,
  });
  const [nothing] = await measureRuntime(bare, ['/']);
  const made = await measureRuntime(uncached, paths);
  const kept = await measureRuntime(cached, paths);
  return Object.fromEntries(
    paths.map((path, i) => [path, { made: made[i]! - nothing!, kept: kept[i]! - nothing! }]),
  );
}

/** Asks so often for an address of the runtime, and tells what that cost it: ms of CPU for each. */
export type AskRuntime = (path: string, times: number) => Promise<number>;

/** Opens a runtime of its own for some work. */
export async function withRuntime<T>(
  options: ConstructorParameters<typeof Miniflare>[0],
  work: (ask: AskRuntime) => Promise<T>,
): Promise<T> {
  const others = listRuntimes();
  const server = new Miniflare(options);
  try {
    const { origin } = await server.ready;
    const pid = listRuntimes().find((one) => !others.includes(one));
    if (!pid) throw new Refusal('Found no workerd process below this one in /proc.');
    return await work(async (path, times) => {
      const before = readCpu(pid);
      for (let i = 0; i < times; i++) {
        const answer = await fetch(origin + path);
        await answer.arrayBuffer();
        if (answer.status !== 200) throw new Refusal(`${path} answers ${answer.status}.`);
      }
      return (readCpu(pid) - before) / times;
    });
  } finally {
    await server.dispose();
  }
}

/** CPU per request of each path, in ms, in a runtime of its own. */
const measureRuntime = (
  options: ConstructorParameters<typeof Miniflare>[0],
  paths: string[],
): Promise<number[]> =>
  withRuntime(options, async (ask) => {
    const found: number[] = [];
    for (const path of paths) {
      await ask(path, warmUp);
      found.push(await ask(path, requests));
    }
    return found;
  });

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
