import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Each layer may use the ones named here; a feature never uses another feature. */
const mayUse = {
  lib: ['lib'],
  api: ['api', 'lib'],
  i18n: ['i18n', 'api', 'lib'],
  theme: ['theme'],
  components: ['components', 'i18n', 'api', 'lib'],
  session: ['session', 'api', 'lib'],
  smartcontrol: ['smartcontrol', 'components', 'theme', 'i18n', 'api', 'lib'],
  app: ['app', 'features', 'session', 'components', 'theme', 'i18n', 'api', 'lib'],
};
const layers = Object.keys(mayUse);

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/api/generated', 'test-output'] },
  js.configs.recommended,
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  {
    files: ['src/smartcontrol/sw.js'],
    languageOptions: { globals: { ...globals.serviceworker, __FILES__: 'readonly' } },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
    },
  },
  {
    rules: {
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [jsxA11y.flatConfigs.recommended, reactHooks.configs.flat.recommended],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { project: `${import.meta.dirname}/tsconfig.json` } },
      'boundaries/include': ['src/**/*.{ts,tsx}'],
      'boundaries/elements': [
        { type: 'features', pattern: 'src/features/*', capture: ['feature'] },
        ...layers.map((type) => ({ type, pattern: `src/${type}` })),
      ],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            ...layers.map((type) => ({
              from: { element: { type } },
              allow: { to: { element: { types: { anyOf: mayUse[type] } } } },
            })),
            {
              from: { element: { type: 'features' } },
              allow: { to: { element: { types: { anyOf: ['session', 'components', 'i18n', 'api', 'lib'] } } } },
            },
            {
              from: { element: { type: 'features' } },
              allow: {
                to: { element: { type: 'features', captured: { feature: '{{ from.element.captured.feature }}' } } },
              },
            },
            { allow: { to: { module: { origin: 'external' } } } },
            { allow: { to: { module: { origin: 'core' } } } },
          ],
        },
      ],
    },
  },
);
