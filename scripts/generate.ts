import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeFonts } from './fonts.ts';
import { main, root, run } from './run.ts';

const web = join(root, 'web');
const runtimeTypes = '.wrangler/types/runtime.d.ts';

/** Writes what is generated and not kept: messages, route types, types of the runtime, fonts of images. */
export async function generate(): Promise<void> {
  mkdirSync(join(root, '.wrangler/types'), { recursive: true });
  await Promise.all([
    run(
      'paraglide-js',
      [
        'compile',
        '--project',
        './project.inlang',
        '--outdir',
        './src/lib/paraglide',
        '--strategy',
        'globalVariable',
        'baseLocale',
        '--silent',
      ],
      { cwd: web },
    ),
    run('svelte-kit', ['sync'], { cwd: web }),
    makeFonts(),
    run('wrangler', ['types', runtimeTypes, '--include-env=false']),
  ]);
}

if (import.meta.main) await main(generate);
