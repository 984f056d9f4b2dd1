import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MetricFigures } from '../../schema/answers.ts';
import { ask, database, prepareRecord, read } from './record.ts';

const path = '/api/v1/metrics/agreements-signed/figures';

const parse = async (answer: Response) => {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const text = new TextDecoder('utf-8').decode(bytes);
  return { bytes, ...Papa.parse<Record<string, string>>(text, { header: true }) };
};

describe('GET /api/v1/metrics/:id/figures.csv', () => {
  beforeAll(() => prepareRecord('samples'));

  it('is UTF-8 with a BOM, named after its metric and release', async () => {
    const answer = await ask(`${path}.csv?release=5`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('agreements-signed-release-5.csv');
    const { bytes } = await parse(answer);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('says the same as the JSON, point by point, and marks sample figures', async () => {
    const { data, errors } = await parse(await ask(`${path}.csv`));
    const { figures } = await read<{ figures: MetricFigures }>(path);
    expect(errors).toEqual([]);
    const expected = figures.series.flatMap(({ member, points }) =>
      points.map((point) => [
        String(point.year),
        member ?? 'total',
        point.value === null ? '' : String(point.value),
        point.qualifier ?? '',
        point.sample ? 'sample' : '',
      ]),
    );
    expect(
      data.map((row) => [
        row['year'],
        row['member'],
        row['value'],
        row['qualifier'],
        row['sample'],
      ]),
    ).toEqual(expected);
    expect(data.some((row) => row['sample'] === 'sample')).toBe(true);
    expect(data.some((row) => row['value'] === '')).toBe(true);
  });

  it('keeps a hostile note as text: no formula, no broken row', async () => {
    const hostile = '=HYPERLINK("http://evil.example","x"),\n"<script>alert(1)</script>\r\n@SUM(1)';
    await database
      .prepare(
        `update figure set note = json_object('en', ?1, 'zh', ?1) where metric = 'agreements-signed' and year = 2024`,
      )
      .bind(hostile)
      .run();
    const { data, errors } = await parse(await ask(`${path}.csv?from=2024&to=2024`));
    expect(errors).toEqual([]);
    expect(data[0]!['note_en']).toBe(`'${hostile}`);
  });
});
