import { beforeAll, describe, expect, it, vi } from 'vitest';
import { publishParticipants as publish } from './publish.ts';
import { ask, prepareRecord } from './record.ts';

const live = '/api/v1/metrics/meeting-participants/figures?to=2024&from=2024';
const named = `${live}&release=4`;

describe('caching', () => {
  beforeAll(() => prepareRecord('facts'));

  it('has a live answer asked for again, and a named release kept for ever', async () => {
    expect((await ask(live)).headers.get('cache-control')).toBe('public, no-cache');
    for (const path of [named, '/api/v1/releases/2', '/api/v1/releases/2/changes']) {
      expect((await ask(path)).headers.get('cache-control')).toMatch('immutable');
    }
  });

  it('answers 304 to the tag it gave, also when a proxy made it weak', async () => {
    const etag = (await ask(live)).headers.get('etag')!;
    expect(etag).toMatch(/^"/);
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const answer = await ask(live, { headers: { 'if-none-match': tag } });
      expect(answer.status).toBe(304);
      expect(await answer.text()).toBe('');
      expect(answer.headers.get('etag')).toBe(etag);
    }
    expect((await ask(live, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it('gives the same bytes from the cache', async () => {
    const [first, second] = [await (await ask(live)).text(), await (await ask(live)).text()];
    expect(second).toBe(first);
  });

  it('does not keep the empty answer to HEAD', async () => {
    const path = '/api/v1/metrics?as_of=2025-02-02';
    await ask(path, { method: 'HEAD' });
    expect(await (await ask(path)).text()).toContain('"metrics"');
  });

  it.each(['%00', 'foo%22x', '0', '-1', '99', '1e3', '٣'])(
    'takes release=%s for no release that is kept for ever',
    async (release) => {
      const answer = await ask(`/api/v1/overview?release=${release}`);
      expect([400, 404]).toContain(answer.status);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('etag')).toBeNull();
    },
  );

  it('never keeps a problem', async () => {
    const answer = await ask('/api/v1/overview?release=77');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('etag')).toBeNull();
  });

  it('shows a release within five seconds, and leaves the named one as it was', async () => {
    const before = await (await ask(named)).text();
    const etag = (await ask(live)).headers.get('etag')!;
    expect(await (await ask(live)).text()).toContain('"value":95');

    const at = Date.now();
    await publish(5, new Date(at));
    await vi.waitFor(
      async () => {
        const answer = await ask(live, { headers: { 'if-none-match': etag } });
        expect(answer.status).toBe(200);
        expect(await answer.text()).toContain('"value":96');
      },
      { timeout: 5_000, interval: 100 },
    );
    expect(await (await ask(named)).text()).toBe(before);
  });

  it('shows an embargoed release when its time comes, with no timer', async () => {
    const at = new Date(Date.now() + 1_500);
    await publish(6, at);
    const releaseOf = async () => {
      const answer = await ask('/api/v1/overview');
      return (await answer.json<{ release: { n: number } }>()).release.n;
    };
    expect(await releaseOf()).toBe(5);
    expect((await ask('/api/v1/overview?release=6')).status).toBe(404);
    await vi.waitFor(async () => expect(await releaseOf()).toBe(6), {
      timeout: 6_500,
      interval: 100,
    });
    expect(Date.now()).toBeGreaterThanOrEqual(at.getTime());
  });

  it('carries the headers that close a page down', async () => {
    const { headers } = await ask(live);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('x-frame-options')).toBe('DENY');
  });
});
