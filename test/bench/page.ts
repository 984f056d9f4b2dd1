import { chromium } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { browserFlags, findBrowser } from '../../scripts/browser.ts';
import { main, Refusal } from '../../scripts/run.ts';
import { cpuMethod, measureCpu } from './cpu.ts';
import { measure } from './measure.ts';
import { pages } from './pages.ts';
import type { Proxy } from './proxy.ts';
import { formatReport, type Result } from './report.ts';
import { openSites, serveYearbook } from './sites.ts';

function readOptions() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '9' },
      'no-build': { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Refusal('Give --rounds 1 or more.');
  return { rounds, builds: !values['no-build'], json: values.json };
}

/** Loads every page once a round, each round beginning with another one. The first round only warms up. */
async function measureAll(sites: Record<string, Proxy>, rounds: number): Promise<Result[]> {
  const results = pages.map((page): Result => ({ page, readings: [], cpu: null }));
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? undefined,
    args: browserFlags,
  });
  try {
    for (let round = 0; round <= rounds; round++) {
      console.log(round ? `Round ${round} of ${rounds} …` : 'Warming up …');
      for (let i = 0; i < results.length; i++) {
        const { page, readings } = results[(i + round) % results.length]!;
        const reading = await measure(browser, sites[page.site]!, page);
        if (round) readings.push(reading);
      }
    }
  } finally {
    await browser.close();
  }
  return results;
}

/**
 * Measures what it takes until figures and charts are visible: the product's pages against a static page and a plain
 * Chart.js page, in one run. The exit code tells whether it could measure, not what was found.
 */
await main(async () => {
  const { rounds, builds, json } = readOptions();
  const work = mkdtempSync(join(tmpdir(), 'yearbook-bench-'));
  try {
    const state = join(work, 'state');
    console.log(builds ? 'Building and serving Yearbook …' : 'Serving Yearbook as built last …');
    const server = await serveYearbook(state, builds);
    const sites = await openSites(work, (await server.ready).origin);
    const results = await measureAll(sites, rounds);
    for (const proxy of Object.values(sites)) proxy.close();
    await server.dispose();

    const load = loadavg()[0]!;

    console.log('Measuring the CPU of the Worker …');
    const own = results.filter(({ page }) => page.site === 'yearbook');
    const paths = own.map(({ page }) => page.path);
    const cpu = await measureCpu(state, paths);
    for (const result of own) result.cpu = cpu[result.page.path]!;

    console.log(`\n${formatReport(results)}\n\n${about(rounds, load)}`);
    if (json) writeFileSync(json, JSON.stringify(results, null, 2));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

/** What the numbers are. `load`: how many processes wanted a CPU in the last minute of the rounds. */
function about(rounds: number, load: number): string {
  return `Medians of ${rounds} rounds; slow 4G as Lighthouse applies it (562.5 ms a request, 1.47 Mbit/s), CPU slowed 4 times, empty cache; bodies compressed (gzip, level 6),
without headers. Shown: the first frame with all figures and charts. Blocking: what long tasks take over 50 ms each.
${cpuMethod}
The machine had ${load.toFixed(1)} processes at work on ${availableParallelism()} cores. More than one each lengthens times and blocking, most where
there is most to do: the numbers of a busy machine are too high.`;
}
