import { beforeAll, describe, expect, it } from 'vitest';
import type { Overview, Point } from '../../schema/answers.ts';
import { prepareRecord, read } from './record.ts';

describe('the record of 2024, sample figures excluded', () => {
  let year: Overview;
  beforeAll(async () => {
    await prepareRecord('samples');
    year = await read<Overview>('/api/v1/years/2024?sample=exclude');
  });

  const pointOf = (metric: string, member: string | null): Point => {
    const found = year.metrics.find((entry) => entry.figures.metric.id === metric)!;
    const series = found.figures.series.find((entry) => entry.member === member)!;
    return series.points.find((point) => point.year === 2024)!;
  };

  it.each([
    ['meetings-held', 'cooperation-meeting', 1, 'exact'],
    ['meeting-participants', null, 95, 'exact'],
    ['agreements-signed', 'technology-transfer', 5, 'at_least'],
    ['agreements-signed', 'biomedicine', 8, 'at_least'],
    ['agreements-signed', 'intellectual-property', 4, 'at_least'],
    ['agreements-signed', null, 17, 'at_least'],
    ['technologies-showcased', null, 15, 'exact'],
  ])('%s, %s: %d, %s, with its source', (metric, member, value, qualifier) => {
    const point = pointOf(metric, member);
    expect(point).toMatchObject({ value, qualifier, sample: false });
    expect(point.sources.length).toBeGreaterThan(0);
    for (const id of point.sources) {
      const source = year.sources.find((entry) => entry.id === id);
      expect(source?.kind).not.toBe('sample');
      expect(source?.url).toMatch(/^https?:/);
    }
  });

  it.each([
    ['agreements-signed', 'other'],
    ['meetings-held', 'matchmaking'],
    ['projects-signed', null],
    ['projects-landed', null],
    ['talent-programmes', null],
    ['people-trained', null],
  ])('%s, %s: not reported, and not 0', (metric, member) => {
    expect(pointOf(metric, member).value).toBeNull();
  });

  it('counts the seventh cooperation meeting once', () => {
    expect(pointOf('meetings-held', null)).toMatchObject({ value: 1, qualifier: 'at_least' });
  });

  it('holds no sample figure and no sample target', () => {
    expect(year.hasSample).toBe(false);
    expect(JSON.stringify(year)).not.toContain('"sample":true');
  });
});
