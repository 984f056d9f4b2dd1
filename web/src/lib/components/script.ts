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

if (!dev && !entry)
  throw new Error('Build the client script before the pages: npm run build does.');

/** The scripts of the public pages: one, whose name carries a hash; while developing also what reloads the page. */
export const clientScripts =
  entry && !dev ? [`/client/${entry.file}`] : ['/src/client/main.ts', '/@vite/client'];
