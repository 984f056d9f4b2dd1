interface Env {
  /** Signs the sessions of the staff. Made on the first start or deployment, and kept there. */
  AUTH_SECRET?: string;
  /** Seals the codes on charts. Never changed: what is printed has to stay verifiable. None are issued without it. */
  VERIFY_SECRET?: string;
}

/** The pages, as the web build writes them. */
declare module '*/_worker.js' {
  import type { Site } from './front.ts';
  const site: Site;
  export default site;
}
