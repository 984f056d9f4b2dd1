import { createMiddleware } from 'hono/factory';
import {
  hasRole,
  roles,
  staffRoutes,
  type Role,
  type StaffRoute,
} from '../../schema/staff/roles.ts';
import { openAuth } from '../auth.ts';
import { AppError } from '../errors.ts';
import { openStaffDb, type StaffDb } from '../queries/staff/open.ts';
import { findPerson, findToken } from '../queries/staff/people.ts';
import type { Actor } from './actor.ts';
import { hashSecret } from './secret.ts';

export type StaffEnv = {
  Bindings: Env;
  Variables: { requestId: string; actor: Actor; db: StaffDb };
};

/** The key that signs sessions. @throws AppError 503 where the deployment has none */
export function authSecret(env: Env): string {
  if (env.AUTH_SECRET) return env.AUTH_SECRET;
  throw new AppError(
    503,
    'not_set_up',
    'Sign-in is not set up: this deployment has no AUTH_SECRET. Run npm run deploy again.',
  );
}

const bearerOf = (request: Request): string | undefined =>
  /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];

/** Who asks, and the cookies by which better-auth prolongs or ends their session. */
async function findActor(
  request: Request,
  env: Env,
  db: StaffDb,
): Promise<{ actor: Actor | null; cookies: string[] }> {
  const bearer = bearerOf(request);
  if (bearer) {
    const found = await findToken(db, hashSecret(bearer), new Date().toISOString());
    if (!found) return { actor: null, cookies: [] };
    const { token, person } = found;
    return { actor: toActor(person, lesser(token.role, person.role), token.name), cookies: [] };
  }
  const auth = openAuth(env.DB, authSecret(env), new URL(request.url).origin);
  const { headers, response: session } = await auth.api.getSession({
    headers: request.headers,
    returnHeaders: true,
  });
  const person = session && (await findPerson(db, session.user.id));
  return {
    actor: person && toActor(person, person.role, null),
    cookies: headers.getSetCookie(),
  };
}

const toActor = (
  { id, name, email, demo }: Omit<Actor, 'role' | 'token'>,
  role: Role,
  token: string | null,
): Actor => ({ id, name, email, demo, role, token });

const lesser = (a: Role, b: Role): Role => (roles.indexOf(a) < roles.indexOf(b) ? a : b);

/** A page of another site may make a browser send our cookie; it cannot make it say that it is us. */
function isCrossSite(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  if (bearerOf(request)) return false;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin';
  return request.headers.get('origin') !== new URL(request.url).origin;
}

/** Refuses writes that another site made a browser send. */
export const sameOrigin = createMiddleware<StaffEnv>(async (c, next) => {
  if (isCrossSite(c.req.raw)) {
    throw new AppError(403, 'cross_site', 'This request came from another site and was refused.');
  }
  await next();
});

/**
 * Opens the database and lets only those pass whose role suffices for the route.
 * @throws AppError 401 `signed_out`, 403 `role_required`
 */
export const guard = (route: StaffRoute) =>
  createMiddleware<StaffEnv>(async (c, next) => {
    const needed = staffRoutes[route];
    const db = openStaffDb(c.env.DB);
    c.set('db', db);
    if (needed !== 'anyone') {
      const { actor, cookies } = await findActor(c.req.raw, c.env, db);
      for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
      if (!actor) throw new AppError(401, 'signed_out', 'Sign in first.');
      if (!hasRole(actor.role, needed)) {
        throw new AppError(
          403,
          'role_required',
          `This takes the role ${needed}; yours is ${actor.role}. An administrator can change it.`,
        );
      }
      c.set('actor', actor);
    }
    await next();
  });
