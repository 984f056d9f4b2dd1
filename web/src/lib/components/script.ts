import { dev } from '$app/environment';

/** The manifests of the client builds, which run before this one. Not there yet while developing. */
const manifests = import.meta.glob<Record<string, { file: string }>>(
  '/static/client/manifest*.json',
  {
    eager: true,
    import: 'default',
  },
);
const built = Object.assign({}, ...Object.values(manifests)) as Record<string, { file: string }>;

function scriptsOf(source: string, base: string): string[] {
  if (dev) return [`/${source}`, '/@vite/client'];
  const entry = built[source];
  if (!entry) throw new Error('Build the client script before the pages: npm run build does.');
  return [`${base}${entry.file}`];
}

/** The scripts of the public pages: one, whose name carries a hash; while developing also what reloads the page. */
export const clientScripts = scriptsOf('src/client/main.ts', '/client/');

/** That of a chart in the page of another site. */
export const embedScripts = scriptsOf('src/client/embed.ts', '/');
