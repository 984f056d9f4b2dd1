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

/** The address of the script of the public pages; its name carries a hash. */
export const clientScript = dev || !entry ? '/src/client/main.ts' : `/client/${entry.file}`;
