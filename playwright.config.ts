import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './scripts/browser.ts';

const port = 8788;

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  // Where a run decides whether a change lands, one slow moment does not; such a test is listed as flaky, to be mended.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    browserName: 'chromium',
    locale: 'en-GB',
    // One costs a sixth of the time of all tests; `playwright test --trace on` makes them when one is wanted.
    trace: 'off',
    launchOptions: {
      executablePath: findBrowser() ?? undefined,
      args: browserFlags,
      // In the locale "C" it gives up names of files that are not ASCII.
      env: { ...process.env, LANG: 'C.UTF-8' } as Record<string, string>,
    },
  },
  webServer: {
    command:
      'node scripts/reset.ts --state .yearbook/test && node scripts/start.ts --state .yearbook/test',
    env: { PORT: String(port) },
    // It listens before its database is ready.
    wait: { stdout: /Yearbook is at/ },
    timeout: 180_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
