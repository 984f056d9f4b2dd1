import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The keys of a Yearbook, as the Worker knows them, and the file of a state folder that has each. `AUTH_SECRET` signs
 * sessions. `VERIFY_SECRET` seals the codes on charts: it is never changed, or what has been printed could no longer
 * be verified.
 */
const files = { AUTH_SECRET: 'auth-secret', VERIFY_SECRET: 'verify-secret' } as const;

export type SecretName = keyof typeof files;
export const secretNames = Object.keys(files) as SecretName[];

/** A key of 256 bits. */
export const makeSecret = (): string => randomBytes(32).toString('base64url');

/** The keys of a state folder, made when they are first asked for. Only who owns the folder can read them. */
export const readSecrets = (state: string): Record<SecretName, string> => ({
  AUTH_SECRET: readSecret(join(state, files.AUTH_SECRET)),
  VERIFY_SECRET: readSecret(join(state, files.VERIFY_SECRET)),
});

function readSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, makeSecret(), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
