import { beforeAll, describe, expect, it } from 'vitest';
import { problem, type Problem } from '../../schema/answers.ts';
import { ask, database, prepareRecord } from './record.ts';

/** Every case of a request the API cannot serve: path, status, code, and the parameter that is named. */
const cases: [string, number, string, string?][] = [
  ['/api/v1/nothing', 404, 'not_found'],
  ['/api/v1', 404, 'not_found'],
  ['/api/v1/metrics/unknown', 404, 'not_found'],
  ['/api/v1/metrics/unknown/figures', 404, 'not_found'],
  ['/api/v1/metrics/unknown/figures.csv', 404, 'not_found'],
  ['/api/v1/metrics/%F0%9F%92%A9', 404, 'not_found'],
  ['/api/v1/metrics/x%27%20or%201=1--', 404, 'not_found'],
  ['/api/v1/metrics?colour=red', 400, 'invalid_request', 'colour'],
  ['/api/v1/metrics/meetings-held/figures?from=abc', 400, 'invalid_request', 'from'],
  ['/api/v1/metrics/meetings-held/figures?from=2024&to=2020', 400, 'invalid_request', 'to'],
  ['/api/v1/metrics/meetings-held/figures?from=1999', 400, 'invalid_request', 'from'],
  ['/api/v1/metrics/meetings-held/figures?to=2150', 400, 'invalid_request', 'to'],
  ['/api/v1/metrics/meetings-held/figures?by=country', 400, 'invalid_request', 'by'],
  ['/api/v1/metrics/meetings-held/figures?from=2020&from=2021', 400, 'invalid_request', 'from'],
  ['/api/v1/overview?year=20x4', 400, 'invalid_request', 'year'],
  ['/api/v1/overview?year=-1', 400, 'invalid_request', 'year'],
  ['/api/v1/overview?year=', 400, 'invalid_request', 'year'],
  ['/api/v1/overview?year=2017', 400, 'invalid_request', 'year'],
  ['/api/v1/overview?sample=maybe', 400, 'invalid_request', 'sample'],
  ['/api/v1/overview?release=1&as_of=2024-01-01', 400, 'invalid_request', 'as_of'],
  ['/api/v1/overview?release=0', 400, 'invalid_request', 'release'],
  ['/api/v1/overview?release=1.5', 400, 'invalid_request', 'release'],
  ['/api/v1/overview?release=99', 404, 'release_not_found'],
  ['/api/v1/overview?release=99999999999999999999', 400, 'invalid_request', 'release'],
  ['/api/v1/overview?as_of=2024-13-01', 400, 'invalid_request', 'as_of'],
  ['/api/v1/overview?as_of=yesterday', 400, 'invalid_request', 'as_of'],
  ['/api/v1/overview?as_of=2999-01-01', 400, 'invalid_request', 'as_of'],
  ['/api/v1/overview?as_of=2018-01-01', 404, 'nothing_public_then'],
  ['/api/v1/years/abc', 400, 'invalid_request', 'year'],
  ['/api/v1/years/1990', 400, 'invalid_request', 'year'],
  ['/api/v1/releases/99', 404, 'release_not_found'],
  ['/api/v1/releases/abc', 400, 'invalid_request', 'n'],
  ['/api/v1/releases/6', 404, 'release_not_found'],
  ['/api/v1/releases/6/changes', 404, 'release_not_found'],
  ['/api/v1/releases/1/changes?after=x', 400, 'invalid_request', 'after'],
  ['/api/v1/releases/1/changes?limit=0', 400, 'invalid_request', 'limit'],
  ['/api/v1/figures/unknown/2024/history', 404, 'not_found'],
  ['/api/v1/figures/meetings-held/2024/history?member=unknown', 404, 'not_found'],
  ['/api/v1/figures/meetings-held/20/history', 400, 'invalid_request', 'year'],
];

describe('problems', () => {
  beforeAll(async () => {
    await prepareRecord('samples');
    // Release 6 waits for its time.
    await database
      .prepare(
        `insert into release (n, published_at, reason, notes) values (6, '2999-01-01T00:00:00.000Z', 'correction', '{}')`,
      )
      .run();
  });

  it.each(cases)('GET %s answers %d %s', async (path, status, code, field) => {
    const answer = await ask(path);
    const body = await answer.json<Problem>();
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(problem.strict().parse(body)).toMatchObject({ status, code });
    expect(body.requestId).toBe(answer.headers.get('x-request-id'));
    expect(body.instance).toBe(new URL(path, 'http://yearbook.test').pathname);
    if (field) {
      const named = body.fields?.find((entry) => entry.field === field);
      expect(named?.message).toMatch(/^(Expected|Unknown parameter)/);
    }
  });

  it('tells a release that waits and one that does not exist in the same words', async () => {
    const say = async (n: number) =>
      (await (await ask(`/api/v1/releases/${n}`)).json<Problem>()).detail;
    expect((await say(6)).replace('6', 'N')).toBe((await say(7)).replace('7', 'N'));
  });

  it('names the methods an address takes', async () => {
    const answer = await ask('/api/v1/metrics', { method: 'POST' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toContain('GET');
    expect((await answer.json<Problem>()).code).toBe('method_not_allowed');
  });

  it('answers HEAD and the preflight of another origin', async () => {
    const head = await ask('/api/v1/metrics', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    const preflight = await ask('/api/v1/metrics', {
      method: 'OPTIONS',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'GET' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('an empty database', () => {
  it('says that nothing has been published', async () => {
    await database.batch(
      [
        'figure',
        'target',
        'series_break',
        'closed_year',
        'source',
        'member',
        'metric',
        'breakdown',
        'metric_group',
        'release',
        'centre',
      ].map((table) => database.prepare(`delete from ${table}`)),
    );
    const answer = await ask('/api/v1/overview');
    expect(answer.status).toBe(404);
    expect((await answer.json<Problem>()).code).toBe('no_release');
    expect(await (await ask('/api/v1/releases')).json()).toEqual({
      centre: null,
      releases: [],
      next: null,
    });
  });
});
