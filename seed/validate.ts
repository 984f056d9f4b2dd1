import type { Entry, SeedFiles } from './files.ts';
import { validateFigures } from './figures.ts';
import { problemAt, sampleOnly, type Problem } from './problems.ts';
import { validateRegister } from './register-rules.ts';
import type { SeedKind } from './shapes.ts';

/** Everything that cannot be seen in one row alone: keys, references, the order of releases, the rules. */
export function validateFiles(files: SeedFiles): Problem[] {
  return [
    ...duplicates(files),
    ...unknownReferences(files),
    ...releaseOrder(files),
    ...sourceRules(files),
    ...catalogueRules(files),
    ...yearRules(files),
    ...validateFigures(files),
    ...validateRegister(files),
  ];
}

const keys: [SeedKind, string[]][] = [
  ['groups', ['id']],
  ['breakdowns', ['id']],
  ['members', ['breakdown', 'id']],
  ['metrics', ['id']],
  ['releases', ['release']],
  ['sources', ['id', 'release']],
  ['figures', ['metric', 'year', 'member', 'release']],
  ['targets', ['metric', 'year', 'release']],
  ['closed-years', ['year', 'release']],
  ['counts', ['metric']],
  ['organisations', ['id', 'release']],
  ['records', ['id', 'release']],
];

function duplicates(files: SeedFiles): Problem[] {
  return keys.flatMap(([kind, fields]) => {
    const first = new Map<string, Entry<unknown>>();
    return files[kind].flatMap((entry) => {
      const key = fields.map((field) => entry.cells[field]).join(' ');
      const earlier = first.get(key);
      first.set(key, earlier ?? entry);
      if (!earlier) return [];
      const { file, row } = entry;
      const where = `${earlier.file} row ${earlier.row}`;
      const expected = `one row for ${fields.join(', ')}, and ${where} has it already`;
      return [{ file, row, field: fields.join(', '), expected, got: key }];
    });
  });
}

/** [rows of, field, that names a row of, in its field] */
const references: [SeedKind, string, SeedKind, string][] = [
  ['members', 'breakdown', 'breakdowns', 'id'],
  ['metrics', 'group', 'groups', 'id'],
  ['metrics', 'breakdown', 'breakdowns', 'id'],
  ['sources', 'release', 'releases', 'release'],
  ['figures', 'metric', 'metrics', 'id'],
  ['figures', 'release', 'releases', 'release'],
  ['figures', 'source', 'sources', 'id'],
  ['targets', 'metric', 'metrics', 'id'],
  ['targets', 'release', 'releases', 'release'],
  ['targets', 'source', 'sources', 'id'],
  ['closed-years', 'release', 'releases', 'release'],
  ['counts', 'metric', 'metrics', 'id'],
  ['organisations', 'release', 'releases', 'release'],
  ['records', 'release', 'releases', 'release'],
  ['records', 'source', 'sources', 'id'],
  ['records', 'breakdown', 'breakdowns', 'id'],
  ['records', 'partOf', 'records', 'id'],
  ['parties', 'record', 'records', 'id'],
  ['parties', 'organisation', 'organisations', 'id'],
];

function unknownReferences(files: SeedFiles): Problem[] {
  return references.flatMap(([kind, field, target, targetField]) => {
    const meant = files.leftOut.filter((row) => row.kind === target);
    const known = new Set([...files[target], ...meant].map(({ cells }) => cells[targetField]));
    return files[kind]
      .filter(({ cells }) => cells[field] !== '' && !known.has(cells[field]))
      .map((entry) => problemAt(entry, field, `one of the ${target} of this seed`));
  });
}

function releaseOrder({ releases, leftOut }: SeedFiles): Problem[] {
  if (leftOut.some(({ kind }) => kind === 'releases')) return [];
  return releases.flatMap((entry, i) => {
    const { release, publishedAt, reason } = entry.data;
    const problems: Problem[] = [];
    const before = releases[i - 1]?.data;
    if (release !== i + 1) {
      problems.push(problemAt(entry, 'release', `${i + 1}: releases count up from 1`));
    }
    if (before && publishedAt <= before.publishedAt) {
      problems.push(problemAt(entry, 'publishedAt', `an instant after ${before.publishedAt}`));
    }
    if ((reason === 'sample') !== entry.sample) {
      problems.push(problemAt(entry, 'reason', sampleOnly('sample', entry)));
    }
    return problems;
  });
}

function sourceRules({ sources, releases }: SeedFiles): Problem[] {
  return sources.flatMap((entry) => {
    const { kind, url, publishedOn, release } = entry.data;
    const problems: Problem[] = [];
    if ((kind === 'sample') !== entry.sample) {
      problems.push(problemAt(entry, 'kind', sampleOnly('sample', entry)));
    }
    if (url === null && ['official', 'press', 'mirror'].includes(kind)) {
      problems.push(problemAt(entry, 'url', `the web address of a source of kind ${kind}`));
    }
    const published = releases.find(({ data }) => data.release === release)?.data.publishedAt;
    if (publishedOn !== null && published !== undefined && publishedOn > published.slice(0, 10)) {
      problems.push(problemAt(entry, 'publishedOn', `a date not after release ${release}`));
    }
    return problems;
  });
}

function catalogueRules({ centre, members, leftOut }: SeedFiles): Problem[] {
  const problems: Problem[] = [];
  if (centre.length !== 1 && !leftOut.some(({ kind }) => kind === 'centre')) {
    const expected = `one row, got ${centre.length}`;
    problems.push({ file: 'seed/catalogue/centre.csv', expected });
  }
  const owners = new Map<string, string>();
  for (const entry of members) {
    const { breakdown, id, colour } = entry.data;
    // Reserved: what the API calls the part of a reported total that no member accounts for.
    if (id === 'not-broken-down')
      problems.push(problemAt(entry, 'id', 'an id that is not reserved'));
    const owner = owners.get(`${breakdown} ${colour}`);
    if (owner !== undefined) {
      problems.push(problemAt(entry, 'colour', `a colour of its own (${owner} has it)`));
    }
    owners.set(`${breakdown} ${colour}`, id);
  }
  return problems;
}

function yearRules({ centre, releases, targets, figures, ...files }: SeedFiles): Problem[] {
  const founded = centre[0]?.data.foundedYear;
  if (founded === undefined) return [];
  const dated = [...figures, ...targets, ...files['closed-years']];
  const tooEarly = dated
    .filter(({ data }) => data.year < founded)
    .map((entry) => problemAt(entry, 'year', `a year from ${founded} to 2100`));
  const tooLate = [...figures, ...files['closed-years']].flatMap((entry) => {
    const release = releases.find(({ data }) => data.release === entry.data.release);
    const last = release && Number(release.data.publishedAt.slice(0, 4)) - (entry.sample ? 1 : 0);
    if (last === undefined || entry.data.year <= last) return [];
    // Nothing is invented for a year that is still running.
    return [
      problemAt(entry, 'year', `a year not after ${last}, as release ${entry.data.release} is`),
    ];
  });
  return [...tooEarly, ...tooLate];
}
