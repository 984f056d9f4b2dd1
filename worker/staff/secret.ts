import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits for a link or a token. Only its hash is kept. */
export const makeSecret = (): string => randomBytes(32).toString('base64url');

export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex');
