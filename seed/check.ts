import { readSeed } from './read.ts';
import { SeedError } from './problems.ts';

/** `node seed/check.ts`: says what the seed holds, or everything that is wrong with it (exit code 1). */
try {
  for (const factsOnly of [true, false]) {
    const rows = Object.entries(readSeed({ factsOnly }));
    const counts = rows.map(([table, { length }]) => `${length} ${table}`).join(', ');
    console.log(`${factsOnly ? 'Catalogue and facts' : 'With sample data'}: ${counts}`);
  }
} catch (error) {
  if (!(error instanceof SeedError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
