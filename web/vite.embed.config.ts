import { defineConfig } from 'vite';

/**
 * Builds the scripts of embedded charts, after those of the public pages, which empty the folder: the one of the page
 * in the frame, apart from theirs so that neither waits for a file shared with the other, and the element that other
 * sites load, at the one address that stays.
 */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'static',
    emptyOutDir: false,
    manifest: 'client/manifest-embed.json',
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: { embed: 'src/client/embed.ts', element: 'src/embed/element.ts' },
      output: {
        entryFileNames: ({ name }) =>
          name === 'element' ? 'embed.js' : 'client/assets/[name]-[hash].js',
        chunkFileNames: 'client/assets/[name]-[hash].js',
      },
    },
  },
});
