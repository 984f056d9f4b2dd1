import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { readHeader, readLines } from './csv.ts';
import type { Problem } from './problems.ts';
import { seedColumns, seedShapes, type SeedKind, type SeedShapes } from './shapes.ts';

/** One row of a file in its shape, with the line it stands on and its cells as written. */
export interface Entry<T> {
  file: string;
  row: number;
  cells: Record<string, string>;
  /** Whether it comes from `sample/`. */
  sample: boolean;
  data: T;
}

export type SeedFiles = { [K in SeedKind]: Entry<z.infer<SeedShapes[K]>>[] } & {
  /** Rows out of shape: named already, and known to be meant when others refer to them. */
  leftOut: { kind: SeedKind; cells: Record<string, string> }[];
};

const folders: Record<string, SeedKind[]> = {
  catalogue: ['centre', 'groups', 'breakdowns', 'members', 'metrics', 'counts'],
  facts: [
    ...(['releases', 'sources', 'figures', 'closed-years'] as const),
    ...(['organisations', 'records', 'parties'] as const),
  ],
  sample: ['releases', 'sources', 'figures', 'targets', 'closed-years'],
};

/** Reads every file of a seed folder; rows out of shape go to `problems` and are left out. */
export function readFiles(root: string, factsOnly: boolean, problems: Problem[]): SeedFiles {
  const languages = readLanguages(root, problems);
  const shapes = seedShapes(languages);
  const columns = seedColumns(languages);
  const leftOut: SeedFiles['leftOut'] = [];
  const read = <K extends SeedKind>(kind: K): SeedFiles[K] =>
    Object.keys(folders)
      .filter((folder) => folders[folder]?.includes(kind) && !(factsOnly && folder === 'sample'))
      .flatMap((folder) => {
        const file = `seed/${folder}/${kind}.csv`;
        const bytes = readBytes(root, folder, kind);
        if (!bytes) problems.push({ file, expected: 'this file to be there' });
        const lines = bytes ? readLines(file, bytes, columns[kind], problems) : [];
        const origin = { file, sample: folder === 'sample' };
        return lines.flatMap(({ row, cells }) => {
          const shaped = shapes[kind].safeParse(nest(cells));
          if (shaped.success) return [{ ...origin, row, cells, data: shaped.data }];
          for (const issue of shaped.error.issues) {
            const field = issue.path.join('.');
            // A column that is not there at all is named once, at the header.
            if (!(field in cells)) continue;
            problems.push({ file, row, field, expected: issue.message, got: cells[field] });
          }
          leftOut.push({ kind, cells });
          return [];
        });
      }) as SeedFiles[K];
  return {
    centre: read('centre'),
    groups: read('groups'),
    breakdowns: read('breakdowns'),
    members: read('members'),
    metrics: read('metrics'),
    releases: read('releases'),
    sources: read('sources'),
    figures: read('figures'),
    targets: read('targets'),
    'closed-years': read('closed-years'),
    counts: read('counts'),
    organisations: read('organisations'),
    records: read('records'),
    parties: read('parties'),
    leftOut,
  };
}

/** The languages of the seed are those in which the centre has a name. */
function readLanguages(root: string, problems: Problem[]): string[] {
  const bytes = readBytes(root, 'catalogue', 'centre');
  const names = readHeader(bytes ?? new Uint8Array()).filter((name) => name.startsWith('name.'));
  const codes = names.map((name) => name.slice('name.'.length));
  const languages = codes.filter((code) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code));
  if (languages.length === 0 || languages.length < codes.length) {
    const expected = 'columns such as name.zh and name.en, one a language';
    problems.push({ file: 'seed/catalogue/centre.csv', row: 1, expected, got: names.join(', ') });
  }
  return languages;
}

function readBytes(root: string, folder: string, kind: SeedKind): Uint8Array | null {
  const path = join(root, folder, `${kind}.csv`);
  return existsSync(path) ? readFileSync(path) : null;
}

type Nested = { [key: string]: string | Nested };

/** `{ 'name.zh': 'x' }` → `{ name: { zh: 'x' } }` */
function nest(cells: Record<string, string>): Nested {
  const nested: Nested = Object.create(null) as Nested;
  for (const [column, cell] of Object.entries(cells)) {
    const path = column.split('.');
    let at = nested;
    for (const key of path.slice(0, -1)) {
      const inner = at[key];
      at = at[key] = typeof inner === 'object' ? inner : (Object.create(null) as Nested);
    }
    at[path.at(-1) ?? column] = cell;
  }
  return nested;
}
