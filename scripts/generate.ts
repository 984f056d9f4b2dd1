import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { main, root, run } from './run.ts';

const web = join(root, 'web');
const runtimeTypes = '.wrangler/types/runtime.d.ts';

/** Writes the code that is generated and not kept: messages, route types, types of the runtime. */
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
    run('wrangler', ['types', runtimeTypes, '--include-env=false']),
  ]);
}

if (import.meta.main) await main(generate);
