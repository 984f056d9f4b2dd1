import type { Context } from 'hono';
import type { z } from '@hono/zod-openapi';
import { changePasswordBody, signInBody } from '../../../schema/staff/people.ts';
import { openAuth } from '../../auth.ts';
import { AppError } from '../../errors.ts';
import { refuseInvalid } from '../../openapi.ts';
import { commit } from '../../queries/staff/commit.ts';
import { openStaffDb } from '../../queries/staff/open.ts';
import { readAuthProblem } from '../../staff/auth-problems.ts';
import { authSecret, type StaffEnv } from '../../staff/guard.ts';
import { createStaffRouter } from '../../staff/route.ts';

type C = Context<StaffEnv>;

const open = (c: C) => openAuth(c.env.DB, authSecret(c.env), new URL(c.req.url).origin);

async function readBody<T extends z.ZodType>(c: C, shape: T): Promise<z.infer<T>> {
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) {
    throw new AppError(415, 'invalid_request', 'Send the body as application/json.');
  }
  const read = shape.safeParse(await c.req.json().catch(() => null));
  if (!read.success) refuseInvalid(read);
  return read.data as z.infer<T>;
}

/**
 * Lets better-auth answer. Of its answer the browser gets the cookies alone: what is in its body (the token of the
 * session among it) is nothing that a page needs.
 */
async function answer(c: C, path: string, body: object): Promise<Response> {
  const headers = new Headers(c.req.raw.headers);
  headers.set('content-type', 'application/json');
  headers.delete('content-length');
  const url = new URL(`/api/auth${path}`, c.req.url);
  const request = new Request(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const answered = await open(c).handler(request);
  if (!answered.ok) {
    const problem = await readAuthProblem(answered);
    const wait = problem.extensions?.['retryAfter'];
    if (wait !== undefined) c.header('retry-after', String(wait));
    throw problem;
  }
  for (const cookie of answered.headers.getSetCookie()) {
    c.header('set-cookie', cookie, { append: true });
  }
  return c.json({}, 200);
}

/** The addresses of better-auth that are served, and no other. */
export const auth = createStaffRouter();

auth.post('/sign-in/email', async (c) => {
  const { email, password } = await readBody(c, signInBody);
  const before = await open(c).api.getSession({ headers: c.req.raw.headers });
  const answered = await answer(c, '/sign-in/email', { email: email.trim(), password });
  // The session that the browser had until now is not to be used again.
  if (before) {
    const { internalAdapter } = await open(c).$context;
    await internalAdapter.deleteSession(before.session.token);
  }
  return answered;
});

auth.post('/sign-out', (c) => answer(c, '/sign-out', {}));

auth.post('/revoke-sessions', (c) => answer(c, '/revoke-sessions', {}));

auth.post('/change-password', async (c) => {
  const passwords = await readBody(c, changePasswordBody);
  const session = await open(c).api.getSession({ headers: c.req.raw.headers });
  if (!session) throw new AppError(401, 'signed_out', 'Sign in first.');
  const answered = await answer(c, '/change-password', { ...passwords, revokeOtherSessions: true });
  const { id, name } = session.user;
  await commit(openStaffDb(c.env.DB), { id, name, token: null }, async () => ({
    statements: [],
    entries: [{ action: 'password_changed', subject: id }],
    answer: null,
  }));
  return answered;
});
