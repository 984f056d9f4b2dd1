import type { Role } from '../../schema/staff/roles.ts';

/** Who asks: a person, in a browser or by one of their API tokens. */
export interface Actor {
  id: string;
  name: string;
  email: string;
  /** What they may do now: with a token, the lesser of its role and theirs. */
  role: Role;
  demo: boolean;
  /** Name of the API token; null in a browser. */
  token: string | null;
}
