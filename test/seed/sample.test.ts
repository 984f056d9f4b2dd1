import { describe, expect, it } from 'vitest';
import { readSeed } from '../../seed/read.ts';

const facts = readSeed({ factsOnly: true });
const { figure, metric, member, source, target, release } = readSeed({ factsOnly: false });
const sample = figure.filter((f) => f.sample);
const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
const key = (f: { metric: string; year: number }) => `${f.metric} ${f.year}`;

describe('the sample data', () => {
  it('never shares a metric and year with a sourced figure', () => {
    const sourced = new Set(facts.figure.map(key));
    expect([...sample, ...target].map(key).filter((k) => sourced.has(k))).toEqual([]);
  });

  it('leaves the facts as they are', () => {
    expect(figure.filter((f) => !f.sample)).toEqual(facts.figure);
  });

  it('comes in a release of its own, from a source that says what it is', () => {
    expect(new Set(sample.map((f) => f.firstRelease))).toEqual(new Set([5]));
    expect(new Set([...sample, ...target].map((f) => f.source))).toEqual(new Set(['sample']));
    expect(source.find(({ id }) => id === 'sample')?.kind).toBe('sample');
    expect(release[4]?.reason).toBe('sample');
  });

  it.each(metric.map(({ id, breakdown }) => [id, breakdown] as const))(
    'fills 2018 to 2025 of %s, member by member',
    (id, breakdown) => {
      const members = member.filter((m) => m.breakdown === breakdown).map((m) => m.id);
      for (const year of years) {
        const found = figure.filter((f) => f.metric === id && f.year === year);
        if (found.some((f) => !f.sample)) continue;
        expect(found.map((f) => f.member)).toEqual(breakdown === null ? [''] : members);
      }
    },
  );

  it('shows every kind of figure: provisional, estimated, missing, bounded, rounded and zero', () => {
    expect(new Set(sample.map((f) => f.status))).toEqual(new Set(['A', 'P', 'E', 'O']));
    expect(new Set(sample.map((f) => f.qualifier))).toEqual(
      new Set(['exact', 'at_least', 'about']),
    );
    expect(sample.some((f) => f.value === 0)).toBe(true);
  });
});
