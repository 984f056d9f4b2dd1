import { createRoute, OpenAPIHono, type RouteConfig, type z } from '@hono/zod-openapi';
import { staffRoutes, type StaffRoute } from '../../schema/staff/roles.ts';
import { problemContent, refuseInvalid } from '../openapi.ts';
import { guard, type StaffEnv } from './guard.ts';

/** A router of the staff's addresses. */
export const createStaffRouter = () => new OpenAPIHono<StaffEnv>({ defaultHook: refuseInvalid });

/** A JSON body, as the `body` of a request. */
export const json = <B extends z.ZodType>(schema: B) =>
  ({ required: true, content: { 'application/json': { schema } } }) as const;

type Split<R extends StaffRoute> = R extends `${infer Method} ${infer Path}`
  ? { method: Lowercase<Method>; path: Path }
  : never;

/** A route as its types are known: the table names method and path, the shapes the rest. */
type Described<R extends StaffRoute, A extends z.ZodType, Q> = {
  method: Split<R>['method'];
  path: Split<R>['path'];
  middleware: [ReturnType<typeof guard>];
  request: Q;
  responses: Problems & {
    200: { description: string; content: { 'application/json': { schema: A } } };
  };
  getRoutingPath(): Routing<Split<R>['path']>;
};

/** `/returns/{year}` as the router writes it: `/returns/:year`. */
type Routing<P extends string> = P extends `${infer Before}{${infer Name}}${infer After}`
  ? `${Before}:${Name}${Routing<After>}`
  : P;

type Problems = Record<400 | 401 | 403 | 404 | 409 | 422, ReturnType<typeof problemContent>>;

const problems: Problems = {
  400: problemContent('Something that was sent is not as expected.'),
  401: problemContent('Not signed in.'),
  403: problemContent('The role does not suffice, or another site sent the request.'),
  404: problemContent('There is no such thing.'),
  409: problemContent('The state does not allow it, or someone else was first.'),
  422: problemContent('What was sent cannot be true, or has to be explained.'),
};

/**
 * A route of the table `staffRoutes`, guarded by the role that stands there. Answers 200, or a problem: 400 and 422 for
 * what was sent, 401 and 403 for who sent it, 404, and 409 where the state does not allow it.
 */
export function staffRoute<
  const R extends StaffRoute,
  A extends z.ZodType,
  const Q extends NonNullable<RouteConfig['request']> = object,
>(route: R, shape: { summary: string; request?: Q; answer: A; says?: string }): Described<R, A, Q> {
  const [method, path] = route.split(' ', 2) as [string, string];
  const needed = staffRoutes[route];
  const described = createRoute({
    method: method.toLowerCase() as 'get',
    path,
    summary: shape.summary,
    description: needed === 'anyone' ? 'Takes no sign-in.' : `Takes the role ${needed}.`,
    security: needed === 'anyone' ? [] : [{ session: [] }, { token: [] }],
    middleware: [guard(route)],
    request: shape.request ?? {},
    responses: {
      200: {
        description: shape.says ?? 'Done.',
        content: { 'application/json': { schema: shape.answer } },
      },
      ...problems,
    },
  });
  // Through a generic function the types of a route are lost: they are said here.
  return described as unknown as Described<R, A, Q>;
}
