import type { Browser, CDPSession, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../scripts/run.ts';
import type { Measured } from './pages.ts';
import type { Proxy } from './proxy.ts';

const script = readFileSync(join(import.meta.dirname, 'visible.js'), 'utf8');

/**
 * Slow 4G as Lighthouse applies it through the browser (its `mobileSlow4G`): a line of 150 ms and 1.6 Mbit/s. Chromium adds
 * `latency` once to each request and nothing for opening a connection, so Lighthouse multiplies it by 3.75, and takes a
 * tenth off the rates: 562.5 ms, 1474.56 kbit/s down, 675 kbit/s up.
 */
const slow4G = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1.6 * 1024 * 0.9 * 1024) / 8,
  uploadThroughput: (750 * 0.9 * 1024) / 8,
};
const slowerCpu = 4;

/** A telephone as Lighthouse imitates it. */
const telephone = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  locale: 'en-GB',
};

/** What one load of a page cost. Times in ms, bytes compressed and without headers. */
export interface Reading {
  shown: number;
  /** The page itself and what held its first frames up, or drew its charts. */
  bytesOnTheWay: number;
  bytes: number;
  requests: number;
  blocking: number;
  shift: number;
  /** What it cost more until a touched chart was taken over. */
  touch: { time: number; bytes: number; requests: number; shift: number } | null;
}

/** Loads a page in a fresh context, with nothing in its cache, over the slow line and on the slow CPU. */
export async function measure(
  browser: Browser,
  proxy: Proxy,
  measured: Measured,
): Promise<Reading> {
  const { path, wanted, drawnByScript = false, touched } = measured;
  const context = await browser.newContext(telephone);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slow4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowerCpu });
    await page.addInitScript({ content: `${script};bench.watch(${JSON.stringify(wanted)})` });

    proxy.takeSent();
    const answer = await page.goto(proxy.origin + path, { waitUntil: 'load' });
    if (answer?.status() !== 200) throw new Refusal(`${path} answers ${answer?.status()}.`);
    const shown = await page.evaluate<number | null>('bench.shown');
    if (!shown) throw new Refusal(`${path} did not show ${JSON.stringify(wanted)}.`);
    const seen = await settle(page);
    const sent = proxy.takeSent();
    const held = await page.evaluate<string[]>(`bench.findHolding(${drawnByScript})`);
    const own = sent.filter((one) => one.path === path);
    const touch = touched ? await touchChart(page, proxy, touched, seen.shift) : null;
    await checkSlowLine(page, sum(own));
    await checkSlowCpu(page, session);
    return {
      shown,
      bytesOnTheWay: sum(own) + sum(sent.filter((one) => held.includes(one.path))),
      bytes: sum(sent),
      requests: sent.length,
      blocking: seen.blocking,
      shift: seen.shift,
      touch,
    };
  } finally {
    await context.close();
  }
}

const sum = (sent: { bytes: number }[]): number => sent.reduce((all, { bytes }) => all + bytes, 0);

async function settle(page: Page): Promise<{ blocking: number; shift: number }> {
  await page.waitForLoadState('networkidle');
  await page.evaluate('bench.settle()');
  return page.evaluate('bench.seen');
}

async function touchChart(
  page: Page,
  proxy: Proxy,
  { selector, until }: NonNullable<Measured['touched']>,
  shiftBefore: number,
): Promise<Reading['touch']> {
  const start = performance.now();
  await page.hover(selector);
  await page.waitForSelector(until, { state: 'attached' });
  const time = performance.now() - start;
  const { shift } = await settle(page);
  const sent = proxy.takeSent();
  return { time, bytes: sum(sent), requests: sent.length, shift: shift - shiftBefore };
}

/** @throws Refusal when the page came faster than the line can be */
async function checkSlowLine(page: Page, bytes: number): Promise<void> {
  const transfer = await page.evaluate<number>('bench.measureTransfer()');
  const least = slow4G.latency + (bytes / slow4G.downloadThroughput) * 1000;
  if (transfer >= least * 0.9) return;
  throw new Refusal(
    `${page.url()} came in ${Math.round(transfer)} ms, not ${Math.round(least)}: the line is not slowed.`,
  );
}

/** Holds the slowed CPU against the same one set free; more than once, as the machine may be busy with other things. */
async function checkSlowCpu(page: Page, session: CDPSession): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowerCpu });
    const slowed = await page.evaluate<number>('bench.fastestWork()');
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const free = await page.evaluate<number>('bench.fastestWork()');
    if (slowed > (free * slowerCpu) / 2) return;
  }
  throw new Refusal(`The CPU is not slowed on ${page.url()}.`);
}
