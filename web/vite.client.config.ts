import { defineConfig } from 'vite';

/**
 * Builds the script of the public pages: they are rendered on the server and not hydrated,
 * this small entry takes over their controls, and fetches the chart code on the first touch.
 */
export default defineConfig({
  base: '/client/',
  publicDir: false,
  build: {
    outDir: 'static/client',
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: { input: 'src/client/main.ts' },
  },
});
