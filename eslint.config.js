import tseslint from 'typescript-eslint';

/** Rules from CONTRIBUTING.md that a machine can hold. */
const house = {
  '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  '@typescript-eslint/no-unnecessary-condition': 'off',
  '@typescript-eslint/no-confusing-void-expression': 'off',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/consistent-type-imports': 'error',
  'no-restricted-syntax': [
    'error',
    {
      selector: 'ExportDefaultDeclaration',
      message: 'No default exports: name it (CONTRIBUTING, TypeScript).',
    },
    { selector: 'ExportAllDeclaration', message: 'No export *: list the names (CONTRIBUTING, TypeScript).' },
    { selector: 'TSEnumDeclaration', message: 'No enum: a union of literals (CONTRIBUTING, TypeScript).' },
  ],
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  eqeqeq: 'error',
  'no-console': 'error',
};

export default tseslint.config(
  {
    ignores: [
      'dist',
      '.bench',
      'web',
      'node_modules',
      'models',
      'coverage',
      '**/*.js',
      '**/*.mjs',
      '**/*.cjs',
      '*.config.ts',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: house,
  },
  { files: ['eval/**', 'bench/**', 'train/**'], rules: { 'no-console': 'off' } },
  { files: ['test/**'], rules: { 'max-lines-per-function': 'off' } },
);
