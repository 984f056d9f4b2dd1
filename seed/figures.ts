import { TOTAL } from '../schema/vocabulary.ts';
import type { Entry, SeedFiles } from './files.ts';
import { problemAt, sampleOnly, type Problem } from './problems.ts';

type Figure = SeedFiles['figures'][number];

/** The rules of figures and targets: values, members, sources, totals, and sample never beside a fact. */
export function validateFigures(files: SeedFiles): Problem[] {
  return [
    ...files.figures.flatMap((entry) => figureRules(entry, files)),
    ...files.targets.flatMap((entry) => [...valueRule(entry, files), ...sourceRules(entry, files)]),
    ...totalsBelowParts(files),
    ...sampleBesideFact(files),
  ];
}

function figureRules(entry: Figure, files: SeedFiles): Problem[] {
  const { value, status, member, metric, note, reason } = entry.data;
  const problems: Problem[] = [];
  if (status === 'O' && value !== '') {
    problems.push(problemAt(entry, 'value', 'nothing, as status O says that it is missing'));
  } else if (status !== 'O') {
    problems.push(...valueRule(entry, files));
  }
  if (status === 'O' && note === null) {
    const field = Object.keys(entry.cells).find((name) => name.startsWith('note.')) ?? 'note';
    problems.push(problemAt(entry, field, 'a note that says why the figure is missing'));
  }
  const breakdown = files.metrics.find(({ data }) => data.id === metric)?.data.breakdown;
  const members = [...files.members, ...files.leftOut.filter(({ kind }) => kind === 'members')]
    .filter(({ cells }) => cells.breakdown === breakdown)
    .map(({ cells }) => cells.id);
  if (breakdown !== undefined && member !== TOTAL && !members.includes(member)) {
    const known = members.length > 0 ? `one of ${members.join(', ')}, or ` : '';
    problems.push(problemAt(entry, 'member', `${known}nothing for the total of ${metric}`));
  }
  if ((reason === 'sample') !== entry.sample) {
    problems.push(problemAt(entry, 'reason', sampleOnly('sample', entry)));
  }
  return [...problems, ...sourceRules(entry, files)];
}

function valueRule(
  entry: Entry<{ metric: string; value: string }>,
  { metrics }: SeedFiles,
): Problem[] {
  const { metric, value } = entry.data;
  const decimals = metrics.find(({ data }) => data.id === metric)?.data.decimals ?? 0;
  const fraction = decimals === 0 ? '' : `(\\.\\d{1,${decimals}})?`;
  // 15 digits: what a double holds exactly.
  if (new RegExp(`^\\d{1,${15 - decimals}}${fraction}$`).test(value)) return [];
  const number = decimals === 0 ? 'a whole number' : `a number with up to ${decimals} decimals`;
  return [problemAt(entry, 'value', `${number} of 0 or more`)];
}

function sourceRules(
  entry: Entry<{ source: string; release: number }>,
  { sources, releases }: SeedFiles,
): Problem[] {
  const { source, release } = entry.data;
  const versions = sources.filter(({ data }) => data.id === source);
  const problems: Problem[] = [];
  if (versions.length > 0 && versions.every(({ data }) => data.release > release)) {
    problems.push(problemAt(entry, 'source', `a source that is public in release ${release}`));
  }
  if (versions.some(({ sample }) => sample !== entry.sample)) {
    problems.push(problemAt(entry, 'source', sampleOnly('a source of kind sample', entry)));
  }
  const published = releases.find(({ data }) => data.release === release);
  if (published && published.sample !== entry.sample) {
    problems.push(problemAt(entry, 'release', sampleOnly('a release of reason sample', entry)));
  }
  return problems;
}

/** A total below its parts cannot be true, whichever of the two a release brought. */
function totalsBelowParts({ figures, metrics, releases }: SeedFiles): Problem[] {
  const additive = new Set(metrics.filter(({ data }) => data.additive).map(({ data }) => data.id));
  const reported = new Set<Figure>();
  return releases.flatMap(({ data: { release } }) => {
    const state = new Map<string, Figure>();
    for (const entry of [...figures].sort((a, b) => a.data.release - b.data.release)) {
      const { metric, year, member } = entry.data;
      if (entry.data.release <= release) state.set(`${metric} ${year} ${member}`, entry);
    }
    return [...state.values()].flatMap((total) => {
      const { metric, year, member, value } = total.data;
      if (member !== TOTAL || value === '' || !additive.has(metric) || reported.has(total))
        return [];
      const parts = [...state.values()].filter(
        ({ data }) => data.metric === metric && data.year === year && data.member !== TOTAL,
      );
      const sum = parts.reduce((all, { data }) => all + (Number(data.value) || 0), 0);
      if (parts.length === 0 || !(Number(value) < sum)) return [];
      reported.add(total);
      return [
        problemAt(total, 'value', `${sum} or more, the sum of its parts in release ${release}`),
      ];
    });
  });
}

/** No total may ever mix the two, and no fact be measured against an invented target. */
function sampleBesideFact({ figures, targets }: SeedFiles): Problem[] {
  const keyOf = ({ data }: Entry<{ metric: string; year: number }>) =>
    `${data.metric} ${data.year}`;
  const facts = new Map(figures.filter(({ sample }) => !sample).map((fact) => [keyOf(fact), fact]));
  return [...figures, ...targets].flatMap((entry) => {
    const fact = entry.sample ? facts.get(keyOf(entry)) : undefined;
    if (!fact) return [];
    const expected = `a year in which ${entry.data.metric} has no sourced figure (${fact.file} row ${fact.row} is one)`;
    return [problemAt(entry, 'year', expected)];
  });
}
