import { DrizzleQueryError } from 'drizzle-orm';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { STATUS_TITLES } from './status-titles.ts';
import type { Problem } from '../schema/answers.ts';

export type FieldError = { field: string; message: string };

/** A broken rule: the one error class. `detail` tells a person what to do. */
export class AppError extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly fields: FieldError[] | undefined;
  /** Extension members of the problem (RFC 9457, 3.2): what a program needs to go on. */
  readonly extensions: Record<string, unknown> | undefined;

  constructor(
    status: ContentfulStatusCode,
    code: string,
    detail: string,
    fields?: FieldError[],
    extensions?: Record<string, unknown>,
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.fields = fields;
    this.extensions = extensions;
  }
}

/** Formats any error as problem+json (RFC 9457): the one place that does. */
export function answerProblem(c: Context, error: AppError): Response {
  const problem: Problem = {
    type: `/api#problem-${error.code}`,
    title: STATUS_TITLES[error.status] ?? 'Error',
    status: error.status,
    code: error.code,
    detail: error.message,
    instance: new URL(c.req.url).pathname,
    requestId: c.get('requestId') ?? '',
    ...(error.fields && { fields: error.fields }),
    ...error.extensions,
  };
  return c.body(JSON.stringify(problem), error.status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });
}

/** An error as the log keeps it. Of a query its text and cause, never its values: passwords' hashes are among them. */
const toldOf = (error: Error): string =>
  error instanceof DrizzleQueryError
    ? `Failed query: ${error.query}\n${error.cause?.stack ?? ''}`
    : (error.stack ?? String(error));

/** Answers what was thrown. An unknown error is logged with its request id and told as a plain 500. */
export function answerError(error: Error, c: Context): Response {
  if (error instanceof AppError) return answerProblem(c, error);
  // A body that is no JSON, or of another type than the address takes.
  if (error instanceof HTTPException && error.status < 500) {
    const detail = `${error.message}. The addresses and what they take are at /api.`;
    return answerProblem(c, new AppError(error.status, 'invalid_request', detail));
  }
  console.error(JSON.stringify({ requestId: c.get('requestId'), error: toldOf(error) }));
  return answerProblem(
    c,
    new AppError(
      500,
      'internal',
      'Something went wrong here. Try again, and give the request id if it persists.',
    ),
  );
}

export function answerNotFound(c: Context): Response {
  return answerProblem(
    c,
    new AppError(
      404,
      'not_found',
      'There is nothing at this address. The list of addresses is at /api.',
    ),
  );
}
