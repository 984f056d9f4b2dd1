import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';

/** Sessions end after a week without use, and are prolonged at most once a day. */
const WEEK = 7 * 24 * 3600;
const DAY = 24 * 3600;

const passwordLimits = { min: 12, max: 128 } as const;

const create = (database: D1Database, secret: string, origin: string) =>
  betterAuth({
    appName: 'Yearbook',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    database,
    telemetry: { enabled: false },
    // A wrong password is an answer, not news.
    logger: { level: 'error' },
    emailAndPassword: {
      enabled: true,
      // People come by invitation only.
      disableSignUp: true,
      minPasswordLength: passwordLimits.min,
      maxPasswordLength: passwordLimits.max,
    },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        suspendedAt: { type: 'string', required: false, input: false, fieldName: 'suspended_at' },
        demo: { type: 'boolean', required: false, input: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          // Also told at sign-in, to whoever knows the password.
          before: async ({ userId }, context) => {
            const found = await context?.context.internalAdapter.findUserById(userId);
            const { suspendedAt } = (found ?? {}) as { suspendedAt?: string | null };
            if (suspendedAt) throw new APIError('FORBIDDEN', { code: 'SUSPENDED' });
          },
        },
      },
    },
    session: {
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: WEEK,
      updateAge: DAY,
      // Each request asks the database, so that whoever is suspended is out at once.
      cookieCache: { enabled: false },
    },
    account: {
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limit',
      fields: { lastRequest: 'last_request' },
      window: 60,
      max: 100,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 10 },
      },
    },
    advanced: {
      cookiePrefix: 'yearbook',
      // The migrations make the tables. Looking at all of them takes more statements than D1 allows a request on the free
      // plan, and what it found before they ran would be the answer to every sign-in until a restart.
      database: { validateSchema: false },
      useSecureCookies: origin.startsWith('https:'),
      // Lax: a link in a mail leads in. Writes of other sites are refused by `sameOrigin`, and reading changes nothing.
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      // Cloudflare sets it, and overwrites what a client sends.
      ipAddress: { ipAddressHeaders: ['cf-connecting-ip'] },
    },
  });

export type Auth = ReturnType<typeof create>;

const made = new WeakMap<D1Database, { origin: string; auth: Auth }>();

/** Who keeps passwords and sessions, for the origin that the request came to. */
export function openAuth(database: D1Database, secret: string, origin: string): Auth {
  const known = made.get(database);
  if (known?.origin === origin) return known.auth;
  const auth = create(database, secret, origin);
  made.set(database, { origin, auth });
  return auth;
}
