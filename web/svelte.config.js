import adapter from '@sveltejs/adapter-cloudflare';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The one inline script of a public page: it sets the chosen theme before the first paint. */
const theme = readFileSync(new URL('./src/theme.js', import.meta.url), 'utf8').trim();
const themeHash = /** @type {const} */ (
  `sha256-${createHash('sha256').update(theme).digest('base64')}`
);

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    adapter: adapter({ config: 'wrangler.build.toml' }),
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self', themeHash],
        'style-src': ['self'],
        'img-src': ['self', 'data:'],
        'connect-src': ['self'],
        'font-src': ['self'],
        'manifest-src': ['self'],
        'form-action': ['self'],
        'base-uri': ['none'],
        'frame-ancestors': ['none'],
      },
    },
    inlineStyleThreshold: 50_000,
    alias: { $messages: 'src/lib/paraglide/messages.js', $schema: '../schema' },
    typescript: {
      config: (config) => ({
        ...config,
        extends: '../../tsconfig.base.json',
        compilerOptions: { ...config.compilerOptions, allowJs: true },
        include: [
          ...config.include,
          '../../worker-configuration.d.ts',
          '../../worker/site.d.ts',
          '../../worker/images/modules.d.ts',
          '../../.wrangler/types/runtime.d.ts',
        ],
        // The script of the pages knows the browser's types only: they and the Worker's do not mix.
        exclude: [...config.exclude, '../src/client/**'],
      }),
    },
  },
};
