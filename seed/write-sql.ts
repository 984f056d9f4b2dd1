import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SeedError } from './problems.ts';
import { readSeed } from './read.ts';
import { seedStatements } from './statements.ts';

/**
 * `node seed/write-sql.ts [--facts-only] OUT.sql`: writes the seed as SQL for a deployment, to be run
 * with `wrangler d1 execute --file`. Exit code 1 when the seed has problems or no file is named.
 *
 * Running the file twice, or on a database in use, changes nothing: every statement inserts only
 * while there is no centre, and the centre's row comes last. A run that was cut off leaves no centre,
 * so the next one goes on, and passes over rows it finds by their primary key. That holds whether or
 * not the tool that runs the file puts it in one transaction.
 */
try {
  const { values, positionals } = parseArgs({
    options: { 'facts-only': { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [out, ...more] = positionals;
  if (out === undefined || more.length > 0) {
    throw new TypeError('Name one file: node seed/write-sql.ts [--facts-only] OUT.sql');
  }
  const rows = readSeed({ factsOnly: values['facts-only'] });
  writeFileSync(out, seedStatements(rows, { unlessSeeded: true }).join('\n') + '\n');
  console.log(`Wrote ${out}: ${rows.figure.length} figures in ${rows.release.length} releases.`);
} catch (error) {
  if (!(error instanceof SeedError || error instanceof TypeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
