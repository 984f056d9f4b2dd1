import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { main, run } from './run.ts';

/** With these Chromium works as root and on a closed network. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** A Chromium of the system or of Playwright, or null. */
export function findBrowser(): string | null {
  return [chromium.executablePath(), ...installed].find((path) => path && existsSync(path)) ?? null;
}

/** Sees to it that there is a browser: Debian's package where that may be installed, else Playwright's own. */
async function provideBrowser(): Promise<void> {
  if (findBrowser()) return;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium from Debian …');
    await run('apt-get', ['update', '-qq']);
    await run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  } else {
    console.log('Installing Chromium by Playwright …');
    await run('playwright', ['install', 'chromium']);
  }
}

if (import.meta.main) await main(provideBrowser);
