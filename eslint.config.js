import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Imports point one way: schema ← worker/figures ← queries ← routes ← app ← (types only) web. */
const oneWay = (files, groups, message) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: [{ group: groups, message, allowTypeImports: true }] },
    ],
  },
});

export default ts.config(
  {
    ignores: [
      '**/node_modules/',
      '**/.svelte-kit/',
      '**/paraglide/',
      '.wrangler/',
      '.yearbook/',
      'web/build/',
      'web/static/',
      'schema/migrations/',
      'test-results/',
      'worker-configuration.d.ts',
    ],
  },
  ts.configs.recommended,
  svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': ['error', { allow: ['error', 'warn'] }],
      eqeqeq: 'error',
      // The site lies at the root of its host; addresses are built in one place, with what they must keep.
      'svelte/no-navigation-without-resolve': 'off',
      // A space that must stay between two elements is written as text.
      'svelte/no-useless-mustaches': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  { files: ['scripts/**', 'seed/**', 'test/bench/**'], rules: { 'no-console': 'off' } },
  oneWay(
    ['schema/**'],
    ['**/worker/**', '**/web/**', '**/seed/**'],
    'schema imports nothing of ours.',
  ),
  oneWay(
    ['worker/figures/**'],
    ['**/queries/**', '**/routes/**', '**/app.ts', '**/db.ts', 'hono', 'hono/*', 'drizzle-orm*'],
    'Figures are pure arithmetic.',
  ),
  oneWay(
    ['worker/queries/**'],
    ['**/routes/**', '**/app.ts', 'hono', 'hono/*'],
    'Queries never see a request.',
  ),
  oneWay(['worker/routes/**'], ['drizzle-orm*', '**/tables.ts'], 'Routes hold no SQL.'),
  oneWay(
    ['web/src/**'],
    ['**/worker/**', '**/schema/tables.ts'],
    'Pages know the Worker by its types only.',
  ),
  oneWay(
    ['web/src/lib/chart/**'],
    ['$app/*', 'svelte', 'chart.js*', '**/client/**'],
    'The chart model touches no page.',
  ),
);
