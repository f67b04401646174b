// What the linter holds us to: strict types everywhere, purity in the domain, sizes that say when two things meet in one place.
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const tests = ['src/**/*.test.ts', 'src/**/*.test.tsx', 'e2e/**/*.spec.ts'];

/** Syntax nobody may use; the rule of a narrower block replaces the wider one, so each block lists all it wants. */
const bannedEverywhere = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only: the file is the name.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' },
];

const bannedInDomain = [
  { selector: 'NewExpression[callee.name="Date"]', message: 'The domain has no clock: time is an argument.' },
  {
    selector: 'CallExpression[callee.name="Date"]',
    message: 'The domain has no clock: time is an argument.',
  },
  { selector: 'AwaitExpression', message: 'The domain is synchronous.' },
  {
    selector: 'ThrowStatement > NewExpression[callee.name!="RangeError"][callee.name!="TypeError"]',
    message: 'A refusal is a returned value; only a broken caller gets a RangeError or a TypeError.',
  },
];

const bannedInTests = [
  {
    selector: 'MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(only|todo)$/]',
    message: 'A test is written and runs with all the others.',
  },
  {
    selector: 'CallExpression[callee.name=/^(sleep|delay)$/]',
    message: 'No sleep in tests: wait for a condition.',
  },
  {
    selector: 'CallExpression[callee.property.name="waitForTimeout"]',
    message: 'No sleep in tests: wait for a condition.',
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'dist-*/**',
      'node_modules/**',
      'data/**',
      'test-results/**',
      'playwright-report/**',
      '**/*.cjs',
      'eslint.config.js',
      'public/**',
      // Only declares names of Node's own types, which the linter's program has from the browser's library.
      '**/web-crypto.d.ts',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      // The rule does not know that a branded number is a number; the compiler does.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 70 }],
      'no-restricted-syntax': ['error', ...bannedEverywhere],
    },
  },
  {
    files: [
      'src/{ui,till,office,app,rescue,testing}/**/*.ts',
      'src/{ui,till,office,app,rescue,testing}/**/*.tsx',
    ],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: [
      'src/{domain,protocol,journal,local-db,identity,sync,ui,till,office,app,service-worker}/**/*.{ts,tsx}',
    ],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['src/domain/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': [
        'error',
        'fetch',
        'crypto',
        'performance',
        'setTimeout',
        'setInterval',
        'queueMicrotask',
        'globalThis',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The domain has no clock: time is an argument.' },
        { object: 'Math', property: 'random', message: 'The domain has no chance: it is an argument.' },
      ],
      'no-restricted-syntax': ['error', ...bannedEverywhere, ...bannedInDomain],
    },
  },
  {
    files: tests,
    rules: {
      'max-lines': ['error', { max: 500 }],
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', ...bannedEverywhere, ...bannedInTests],
    },
  },
  {
    // The tools at the top level expect a default export.
    files: ['*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
