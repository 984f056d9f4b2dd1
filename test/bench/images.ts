import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../scripts/run.ts';
import { runtimeOptions, withRuntime } from './cpu.ts';
import { serveYearbook } from './sites.ts';

const chart = '/charts/agreements-signed';
const images = [
  `${chart}.svg?lang=zh`,
  `${chart}.png?lang=zh`,
  `${chart}.png?lang=en&theme=dark`,
  `${chart}.png?lang=zh&size=preview`,
  `${chart}.png?lang=zh&scale=2`,
  `${chart}.png?lang=zh&scale=3`,
];
const requests = 20;

/**
 * Measures what an image costs, without the edge cache: CPU of the workerd process, the local database included, of
 * the first answer of a fresh isolate and of one in a warm one; and the size of the file.
 */
await main(async () => {
  const state = mkdtempSync(join(tmpdir(), 'yearbook-images-'));
  try {
    const server = await serveYearbook(state, !process.argv.includes('--no-build'));
    const { origin } = await server.ready;
    const sizes = new Map<string, number>();
    for (const path of images)
      sizes.set(path, (await (await fetch(origin + path)).arrayBuffer()).byteLength);
    await server.dispose();

    const { uncached } = runtimeOptions(state);
    for (const path of images) {
      const [cold, warm] = await withRuntime(uncached, async (ask) => {
        // The pages' own first answer is not what an image costs.
        await ask('/api/v1/metrics', 1);
        const first = await ask(path, 1);
        await ask(path, requests);
        return [first, await ask(path, requests)];
      });
      const kilobytes = (sizes.get(path)! / 1000).toFixed(0);
      console.log(`${path}: cold ${cold} ms, warm ${Math.round(warm!)} ms, ${kilobytes} kB`);
    }
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
});
