/** Borders of ARCHITECTURE.md, each with its reason. */
const stages = ['read', 'mark', 'extract', 'reconcile', 'situate', 'foresee', 'brief', 'scenario'];

/** Libraries a stage truly needs, beyond the language. */
const stageLibraries = {
  read: ['@mozilla/readability', 'linkedom', 'feedsmith', 'htmlparser2', 'chardet', 'yaml', 'zod'],
};

const oneStage = (name) => ({
  name: `stage-${name}-stands-alone`,
  comment: `A stage knows the model, its own folder and playbook types: order of work is written in workflows only.`,
  severity: 'error',
  from: { path: `^src/stages/${name}/` },
  to: { path: '^src/', pathNot: ['^src/model/', `^src/stages/${name}/`, '^src/playbook/[^/]+$'] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or one of them knows too much.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'model-imports-nothing',
      comment: 'The vocabulary must be readable and usable anywhere, the browser too.',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { pathNot: '^src/model/' },
    },
    ...stages.map(oneStage),
    {
      name: 'stages-take-playbook-types-only',
      comment: 'Knowledge is an argument of a stage; loading it touches files.',
      severity: 'error',
      from: { path: '^src/stages/' },
      to: { path: '^src/playbook/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'stages-touch-nothing-outside',
      comment: 'No files, network, clock or chance in a stage: the same input gives the same output.',
      severity: 'error',
      from: { path: '^src/stages/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'stages-take-no-library',
      comment:
        'A library that a stage truly needs is named here: reading formats is parsing work that libraries do better.',
      severity: 'error',
      from: { path: '^src/stages/', pathNot: '^src/stages/read/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer'] },
    },
    {
      name: 'read-takes-format-parsers-only',
      comment:
        'Readability, linkedom, feedsmith, htmlparser2, chardet, yaml and zod parse formats for the stage read.',
      severity: 'error',
      from: { path: '^src/stages/read/' },
      to: { dependencyTypes: ['npm'], pathNot: stageLibraries.read.map((name) => `node_modules/${name}/`) },
    },
    {
      name: 'store-knows-the-model-only',
      comment: 'What was recorded must not depend on how it is interpreted today.',
      severity: 'error',
      from: { path: '^src/store/' },
      to: { path: '^src/', pathNot: ['^src/model/', '^src/store/'] },
    },
    {
      name: 'playbook-knows-the-model-only',
      comment: 'Knowledge is checked on its own; stages and store come later.',
      severity: 'error',
      from: { path: '^src/playbook/' },
      to: { path: '^src/(stages|store|workflows|cli|api)/' },
    },
    {
      name: 'sql-in-the-store-only',
      comment: 'The only SQL stands in src/store.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: 'node_modules/(libsql|@duckdb)/' },
    },
    {
      name: 'workflows-know-no-door',
      comment: 'The terminal, the API and the page must give the same answer.',
      severity: 'error',
      from: { path: '^src/workflows/' },
      to: { path: '^src/(cli|api)/' },
    },
    {
      name: 'doors-go-through-workflows',
      comment:
        'A door turns arguments into a call of a workflow and its answer into text or JSON; nothing else.',
      severity: 'error',
      from: { path: '^src/(cli|api)/' },
      to: { path: '^src/(stages|store)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-knows-the-type-of-the-api-only',
      comment: 'The page may be replaced; it takes from src only types.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'src-needs-no-tool',
      comment: 'Programs that train and measure are not shipped.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(train|eval|bench|test)/' },
    },
    {
      name: 'shipped-code-takes-shipped-packages',
      comment:
        'A devDependency is not there after npm install --omit=dev. The worker from source runs in development only.',
      severity: 'error',
      from: { path: '^src/', pathNot: 'from-source[.]mjs$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
