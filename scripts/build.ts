import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFonts } from './fonts.ts';
import { main, root, run } from './run.ts';

/** Where the bundled Worker lies, as a deployment would upload it. */
export const bundle = join(root, '.yearbook/worker');

/** Builds the script of the pages, the fonts of images, the pages, and the Worker around all. */
export async function build(): Promise<void> {
  const web = join(root, 'web');
  // Both builds read the settings that this writes.
  await run('svelte-kit', ['sync'], { cwd: web });
  await Promise.all([
    makeFonts(),
    run('vite', ['build', '--config', 'vite.client.config.ts', '--logLevel', 'warn'], { cwd: web }),
  ]);
  const embed = ['build', '--config', 'vite.embed.config.ts', '--logLevel', 'warn'];
  await run('vite', embed, { cwd: web });
  await run('vite', ['build', '--logLevel', 'warn'], { cwd: web });
  // Modules of former builds would be served too.
  rmSync(bundle, { recursive: true, force: true });
  await run('wrangler', ['deploy', '--dry-run', '--outdir', bundle]);
}

if (import.meta.main) await main(build);
