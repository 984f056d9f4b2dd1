import { OpenAPIHono, type z } from '@hono/zod-openapi';
import { problem } from '../schema/answers.ts';
import { AppError, type FieldError } from './errors.ts';

export type AppEnv = { Bindings: Env; Variables: { requestId: string } };

/** How many parameters or fields a problem names. */
const MOST = 100;

/** Throws a problem that names each parameter or field and what was expected. */
export function refuseInvalid(
  result: { success: true } | { success: false; error: z.core.$ZodError },
): void {
  if (result.success) return;
  const fields = listFields(result.error.issues).slice(0, MOST);
  const names = fields.map(({ field, message }) => (field ? `${field}: ${message}` : message));
  throw new AppError(400, 'invalid_request', `${names.join('. ')}.`, fields);
}

/** What is wrong, field by field. Of alternatives the one that was missed by least was meant. */
function listFields(issues: z.core.$ZodIssue[], at: PropertyKey[] = []): FieldError[] {
  return issues.flatMap((issue): FieldError[] => {
    const path = [...at, ...issue.path];
    const name = (...keys: string[]) => [...path, ...keys].join('.');
    const { message } = issue;
    if (issue.code === 'unrecognized_keys') {
      const { keys } = issue;
      // The message names them all: said of each of thousands, it would be endless.
      const said = keys.length > MOST ? 'Not expected' : message;
      return keys.slice(0, MOST).map((key) => ({ field: name(key), message: said }));
    }
    const [nearest] =
      issue.code === 'invalid_union' ? issue.errors.toSorted((a, b) => a.length - b.length) : [];
    return nearest ? listFields(nearest, path) : [{ field: name(), message }];
  });
}

/** A router whose validators answer problem+json that names each parameter and what was expected. */
export const createRouter = () => new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

export const problemContent = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

/** The answers of a route that reads the record: its own, and the problems it can tell. */
export const answers = <T extends z.ZodType>(schema: T, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
  400: problemContent('A parameter is not as expected.'),
  404: problemContent('There is no such thing, or it was not public in that release.'),
});

/** The same for a route that answers a file, of this media type. */
export const fileAnswers = (type: string, description: string) => ({
  200: {
    description,
    content: {
      [type]: {
        schema: { type: type === 'application/json' ? ('object' as const) : ('string' as const) },
      },
    },
  },
  400: problemContent('A parameter is not as expected.'),
  404: problemContent('There is no such thing, or it was not public in that release.'),
});

/** What a query that found nothing becomes. */
export function orNotFound<T>(found: T | null, what: string): T {
  if (found !== null) return found;
  throw new AppError(404, 'not_found', `${what} The list is at /api/v1/metrics.`);
}
