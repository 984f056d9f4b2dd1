import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { readSeed } from './seed/read.ts';
import { seedStatements } from './seed/statements.ts';

const here = (path: string) => join(import.meta.dirname, path);

/** Milliseconds that a test or its preparation may take: many times what it does on a machine that has nothing else to do. */
const onBusyMachines = 60_000;

/** The names by which the pages import. */
const alias = {
  $messages: here('web/src/lib/paraglide/messages.js'),
  $lib: here('web/src/lib'),
  $schema: here('schema'),
};

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        resolve: {
          alias: { ...alias, '@resvg/resvg-wasm/index_bg.wasm': here('web/compiled-resvg.ts') },
        },
        // Pure functions: nothing that one file does is seen by another.
        test: {
          name: 'unit',
          include: ['test/{unit,seed}/**/*.test.ts'],
          isolate: false,
          testTimeout: onBusyMachines,
        },
      },
      {
        resolve: { alias },
        plugins: [
          cloudflareTest(async () => ({
            main: './test/worker/entry.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              // The tests know the Worker without its assets.
              serviceBindings: { FONTS: { disk: { path: here('web/static/fonts') } } },
              bindings: {
                AUTH_SECRET: 'only-for-tests-0123456789-abcdefghijklmnop',
                VERIFY_SECRET: 'only-for-tests-ponmlkjihgfedcba-9876543210',
                MIGRATIONS: await readD1Migrations(here('schema/migrations')),
                FACTS: seedStatements(readSeed({ factsOnly: true })),
                SEED: seedStatements(readSeed({ factsOnly: false })),
              },
            },
          })),
        ],
        // A whole Worker is loaded on the way, records are filled and passwords hashed, as slowly as they should be.
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          testTimeout: onBusyMachines,
          hookTimeout: onBusyMachines,
        },
      },
    ],
  },
});
