import { AppError } from '../errors.ts';

/** What better-auth refuses, by its codes, in our words. Of sign-in nothing says which half was wrong. */
const told: Record<string, () => AppError> = {
  INVALID_EMAIL_OR_PASSWORD: wrongCredentials,
  INVALID_EMAIL: wrongCredentials,
  PASSWORD_TOO_LONG: wrongCredentials,
  INVALID_PASSWORD: () =>
    new AppError(422, 'wrong_password', 'The current password is not right.', [
      { field: 'currentPassword', message: 'Enter your current password' },
    ]),
  SUSPENDED: () =>
    new AppError(
      403,
      'suspended',
      'You are suspended and cannot sign in. Ask an administrator to restore you.',
    ),
};

function wrongCredentials(): AppError {
  return new AppError(401, 'wrong_credentials', 'The e-mail address or the password is not right.');
}

/** The problem that an answer of better-auth tells. */
export async function readAuthProblem(answer: Response): Promise<AppError> {
  if (answer.status === 429) {
    const wait = Number(answer.headers.get('x-retry-after')) || 60;
    return new AppError(
      429,
      'too_many_attempts',
      `Too many attempts from this network. Try again in ${wait} seconds.`,
      undefined,
      { retryAfter: wait },
    );
  }
  const { code = '' } = await answer
    .json<{ code?: string }>()
    .catch(() => ({}) as { code?: string });
  const tell = told[code];
  if (tell) return tell();
  if (answer.status === 401) return new AppError(401, 'signed_out', 'Sign in first.');
  console.error(JSON.stringify({ auth: answer.status, code }));
  return new AppError(500, 'internal', 'Something went wrong here. Try again.');
}
