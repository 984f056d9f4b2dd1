import { DrizzleQueryError } from 'drizzle-orm';
import { Hono } from 'hono';
import { afterEach, expect, it, vi } from 'vitest';
import { answerError } from '../../../worker/errors.ts';

afterEach(() => vi.restoreAllMocks());

it('the log has the query that failed and why, and none of its values', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const app = new Hono().onError(answerError).get('/', () => {
    throw new DrizzleQueryError('insert into account', ['a hash'], new Error('D1_ERROR: full'));
  });
  const answer = await app.request('/');
  expect([answer.status, await answer.text()]).toEqual([500, expect.not.stringContaining('hash')]);
  const [line] = log.mock.calls[0] as [string];
  expect(line).toContain('insert into account');
  expect(line).toContain('D1_ERROR: full');
  expect(line).not.toContain('a hash');
});
