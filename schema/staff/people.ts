import { z } from '@hono/zod-openapi';
import { roles } from './roles.ts';

const email = z
  .email({ error: 'Enter an e-mail address, such as name@example.org' })
  .max(200)
  .transform((address) => address.toLowerCase());
const password = z
  .string()
  .min(12, { error: 'Enter at least 12 characters' })
  .max(128, { error: 'Enter at most 128 characters' });
const name = z
  .string()
  .trim()
  .min(1, { error: 'Enter a name' })
  .max(100, { error: 'Enter at most 100 characters' })
  // A name that turns the direction of writing would rewrite the trail for its readers.
  .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u, {
    error: 'Leave out control characters and marks of direction',
  });

export const settings = z.strictObject({
  onePerson: z.boolean().openapi({
    description: 'Whether a person may publish figures that they entered. Shown on such a release.',
  }),
  countEmbeds: z.boolean().openapi({
    description: 'Whether it is counted which hosts show which charts in their pages.',
  }),
});
export type Settings = z.infer<typeof settings>;

/** What is not named stays as it is. */
export const settingsBody = settings.partial();

export const meAnswer = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  demo: z.boolean(),
  /** Name of the API token in use; null in a browser. */
  token: z.string().nullable(),
  settings,
});
export type Me = z.infer<typeof meAnswer>;

export const personAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    suspendedAt: z.iso.datetime().nullable(),
    demo: z.boolean(),
  })
  .openapi('Person');
export type Person = z.infer<typeof personAnswer>;

export const peopleAnswer = z.object({
  people: z.array(personAnswer),
  invitations: z
    .array(
      z.object({
        id: z.string(),
        email: z.string(),
        role: z.enum(roles),
        createdAt: z.iso.datetime(),
        expiresAt: z.iso.datetime(),
      }),
    )
    .openapi({ description: 'Those that still wait to be used.' }),
});

export const personBody = z
  .strictObject({ role: z.enum(roles).optional(), suspended: z.boolean().optional() })
  .refine((body) => body.role !== undefined || body.suspended !== undefined, {
    error: 'Expected role or suspended',
  });

export const invitationBody = z.strictObject({ email, role: z.enum(roles) });
/** The secret is told once: the page makes the link of it. */
export const invitationAnswer = z.object({
  id: z.string(),
  secret: z.string(),
  expiresAt: z.iso.datetime(),
});
export const lookBody = z.strictObject({ secret: z.string().max(200) });
export const lookAnswer = z.object({
  email: z.string(),
  role: z.enum(roles),
  /** The person is there already: the link sets a new password. */
  returning: z.boolean(),
});
export const acceptBody = z.strictObject({
  secret: z.string().max(200),
  name: name.optional().openapi({ description: 'Required of someone new; else it stays.' }),
  password,
});
export const acceptAnswer = z.object({ email: z.string() });

/** Bodies of the addresses of better-auth that are served. */
export const signInBody = z.strictObject({
  email: z.string().max(200),
  password: z.string().max(1000),
});
export const changePasswordBody = z.strictObject({
  currentPassword: z.string().max(1000),
  newPassword: password,
});

export type PeopleAnswer = z.infer<typeof peopleAnswer>;

export const tokensAnswer = z.object({
  tokens: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: z.enum(roles),
      person: z.string(),
      createdAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
      lastUsedAt: z.iso.datetime().nullable(),
      revokedAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type TokensAnswer = z.infer<typeof tokensAnswer>;
export const tokenBody = z.strictObject({
  name,
  role: z.enum(roles),
  days: z.int().min(1).max(366, { error: 'Expected 1 to 366 days' }),
});
export const tokenAnswer = z.object({
  id: z.string(),
  token: z.string(),
  expiresAt: z.iso.datetime(),
});
