import { dev } from '$app/environment';

/** The manifest of the client build, which runs before this one. Not there yet while developing. */
const manifests = import.meta.glob<Record<string, { file: string }>>(
  '/static/client/manifest.json',
  {
    eager: true,
    import: 'default',
  },
);
const entry = Object.values(manifests)[0]?.['src/client/main.ts'];

/** The scripts of the public pages: one, whose name carries a hash; while developing also what reloads the page. */
export const clientScripts =
  dev || !entry ? ['/src/client/main.ts', '/@vite/client'] : [`/client/${entry.file}`];
