import astro from 'eslint-plugin-astro';
import typescript from 'typescript-eslint';

export default typescript.config(
  { ignores: ['dist*/', '.astro/', 'test-results/', 'playwright-report/'] },
  ...typescript.configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      // Indexing is checked by noUncheckedIndexedAccess; "!" marks what a check before has settled.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
