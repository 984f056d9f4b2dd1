/** The pages, as the web build writes them. */
declare module '*/_worker.js' {
  import type { Site } from './front.ts';
  const site: Site;
  export default site;
}
