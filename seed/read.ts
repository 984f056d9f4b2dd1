import { fileURLToPath } from 'node:url';
import { assembleRows } from './assemble.ts';
import { readFiles } from './files.ts';
import { SeedError, type Problem } from './problems.ts';
import type { SeedRows } from './rows.ts';
import { validateFiles } from './validate.ts';

/**
 * Reads a seed folder (`root`, by default this one) into rows ready to be loaded; `factsOnly` leaves
 * `sample/` unread. Throws one `SeedError` that lists every problem of every file.
 */
export function readSeed({ root, factsOnly }: { root?: string; factsOnly: boolean }): SeedRows {
  const problems: Problem[] = [];
  const files = readFiles(
    root ?? fileURLToPath(new URL('.', import.meta.url).href),
    factsOnly,
    problems,
  );
  problems.push(...validateFiles(files));
  if (problems.length > 0) throw new SeedError(problems);
  return assembleRows(files);
}
