import { beforeAll, describe, expect, it } from 'vitest';
import type { Change, MetricFigures, Overview, ReleaseRef } from '../../schema/answers.ts';
import { prepareRecord, read } from './record.ts';

type Values = Map<string, string>;

/** Every reported (not summed) figure of an overview, by cell, as text. */
function valuesOf(overview: Overview): Values {
  const cells = (figures: MetricFigures) =>
    figures.series.flatMap(({ member, points }) =>
      points
        .filter((point) => point.basis === 'reported' || point.status === 'O')
        .map((point): [string, string] => [
          `${figures.metric.id}~${point.year}~${member ?? ''}`,
          JSON.stringify([point.value, point.qualifier, point.status, point.note]),
        ]),
    );
  return new Map(overview.metrics.flatMap(({ figures }) => cells(figures)));
}

describe('releases', () => {
  let releases: ReleaseRef[];
  beforeAll(async () => {
    await prepareRecord('samples');
    ({ releases } = await read<{ releases: ReleaseRef[] }>('/api/v1/releases'));
  });

  const changesOf = async (n: number) =>
    (await read<{ changes: Change[] }>(`/api/v1/releases/${n}/changes?limit=1000`)).changes;

  it('lists at least three, newest first', () => {
    expect(releases.length).toBeGreaterThanOrEqual(3);
    expect(releases.map(({ n }) => n)).toEqual(
      [...releases.keys()].map((i) => releases.length - i),
    );
  });

  it('the first release and today differ exactly by what later releases changed', async () => {
    const first = valuesOf(await read<Overview>('/api/v1/overview?release=1&by=members'));
    const today = valuesOf(await read<Overview>('/api/v1/overview?by=members'));
    const replayed: Values = new Map(first);
    for (const { n } of releases.toReversed().slice(1)) {
      for (const { metric, year, member, after } of await changesOf(n)) {
        const key = `${metric}~${year}~${member ?? ''}`;
        if (!after) replayed.delete(key);
        else {
          // A missing figure has no qualifier in a series.
          const qualifier = after.status === 'O' ? null : after.qualifier;
          replayed.set(key, JSON.stringify([after.value, qualifier, after.status, after.note]));
        }
      }
    }
    expect(first.size).toBeGreaterThan(0);
    expect(Object.fromEntries(replayed)).toEqual(Object.fromEntries(today));
  });

  it('as of the day before a release is the release before it', async () => {
    for (const { n, publishedAt } of releases.filter((release) => release.n > 1)) {
      const dayBefore = new Date(Date.parse(publishedAt) - 86_400_000).toISOString().slice(0, 10);
      const asOf = await read<Overview>(`/api/v1/overview?by=members&as_of=${dayBefore}`);
      const named = await read<Overview>(`/api/v1/overview?by=members&release=${n - 1}`);
      expect(asOf).toEqual(named);
      expect(asOf.release.n).toBe(n - 1);
    }
  });

  it('counts what each changed', async () => {
    for (const { n } of releases) {
      const changes = await changesOf(n);
      const { changes: counts } = await read<{ changes: Record<string, number> }>(
        `/api/v1/releases/${n}`,
      );
      expect(counts).toEqual({
        added: changes.filter(({ before }) => !before).length,
        changed: changes.filter(({ before, after }) => before && after).length,
        withdrawn: changes.filter(({ after }) => !after).length,
      });
    }
  });

  it('pages changes without losing or doubling one', async () => {
    const last = releases[0]!.n;
    const paged: Change[] = [];
    let after = '';
    do {
      const page = await read<{ changes: Change[]; next: string | null }>(
        `/api/v1/releases/${last}/changes?limit=7${after && `&after=${after}`}`,
      );
      paged.push(...page.changes);
      after = page.next ?? '';
    } while (after);
    expect(paged).toEqual(await changesOf(last));
  });

  it('pages releases', async () => {
    const page = await read<{ releases: ReleaseRef[]; next: number }>('/api/v1/releases?limit=2');
    const rest = await read<{ releases: ReleaseRef[]; next: null }>(
      `/api/v1/releases?before=${page.next}`,
    );
    expect([...page.releases, ...rest.releases]).toEqual(releases);
    expect(rest.next).toBeNull();
  });
});
