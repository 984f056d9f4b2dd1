import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { roles } from './roles.ts';

/** The tables of better-auth, under our names: it reads and writes them, and so do the pages about people. */

export const person = sqliteTable('person', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: integer('email_verified', { mode: 'boolean' }).notNull(),
  image: text(),
  role: text({ enum: roles }).notNull(),
  /** ISO 8601 instant; null: may sign in. */
  suspendedAt: text('suspended_at'),
  /** Made by `npm start` to try the product with; never in a deployment. */
  demo: integer({ mode: 'boolean' }).notNull().default(false),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
});

const personId = () =>
  text('person_id')
    .notNull()
    .references(() => person.id, { onDelete: 'cascade' });

export const session = sqliteTable(
  'session',
  {
    id: text().primaryKey(),
    personId: personId(),
    token: text().notNull().unique(),
    expiresAt: text('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (t) => [index('session_person').on(t.personId)],
);

/** A way to sign in: here always a password, hashed. */
export const account = sqliteTable(
  'account',
  {
    id: text().primaryKey(),
    personId: personId(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    password: text(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: text('access_token_expires_at'),
    refreshTokenExpiresAt: text('refresh_token_expires_at'),
    scope: text(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (t) => [index('account_person').on(t.personId)],
);

export const verification = sqliteTable('verification', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: text('expires_at').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
});

export const rateLimit = sqliteTable('rate_limit', {
  id: text().primaryKey(),
  key: text().notNull().unique(),
  count: integer().notNull(),
  lastRequest: integer('last_request').notNull(),
});

/** A link that lets one person set a password, once: to join, or to come back in. */
export const invitation = sqliteTable('invitation', {
  id: text().primaryKey(),
  /** SHA-256 of the secret in the link, hexadecimal; the secret itself is kept nowhere. */
  secretHash: text('secret_hash').notNull().unique(),
  email: text().notNull(),
  role: text({ enum: roles }).notNull(),
  /** Id of the person who made it; null: made on the command line. */
  invitedBy: text('invited_by'),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  usedAt: text('used_at'),
});

/** A machine's way in. */
export const apiToken = sqliteTable('api_token', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** SHA-256 of the token, hexadecimal. */
  secretHash: text('secret_hash').notNull().unique(),
  role: text({ enum: roles }).notNull(),
  /** Who answers for it: it may do no more than this person, and acts in their name. */
  personId: personId(),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  lastUsedAt: text('last_used_at'),
  revokedAt: text('revoked_at'),
});

/** How this body works: one row. */
export const setting = sqliteTable('setting', {
  id: integer()
    .primaryKey()
    .default(sql`1`),
  /** Whether a person may publish figures that they entered themselves. Shown on such a release. */
  onePerson: integer('one_person', { mode: 'boolean' }).notNull(),
  /** Whether it is counted which hosts embed which charts. */
  countEmbeds: integer('count_embeds', { mode: 'boolean' }).notNull().default(true),
});
