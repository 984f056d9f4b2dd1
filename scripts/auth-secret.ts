import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A key to sign sessions with: 256 bits. */
export const makeAuthSecret = (): string => randomBytes(32).toString('base64url');

/** The key of a state folder, made when it is first asked for. Only who owns the folder can read it. */
export function readAuthSecret(state: string): string {
  const file = join(state, 'auth-secret');
  if (!existsSync(file)) writeFileSync(file, makeAuthSecret(), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
