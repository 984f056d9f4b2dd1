import { join } from 'node:path';
import { main, root, run } from './run.ts';

/** Where the bundled Worker lies, as a deployment would upload it. */
export const bundle = join(root, '.yearbook/worker');

/** Builds the script of the pages, the pages, and the Worker around both. */
export async function build(): Promise<void> {
  const web = join(root, 'web');
  // Both builds read the settings that this writes.
  await run('svelte-kit', ['sync'], { cwd: web });
  await run('vite', ['build', '--config', 'vite.client.config.ts', '--logLevel', 'warn'], {
    cwd: web,
  });
  const embed = ['build', '--config', 'vite.embed.config.ts', '--logLevel', 'warn'];
  await run('vite', embed, { cwd: web });
  await run('vite', ['build', '--logLevel', 'warn'], { cwd: web });
  await run('wrangler', ['deploy', '--dry-run', '--outdir', bundle]);
}

if (import.meta.main) await main(build);
