// Who may import whom. `node .dependency-cruiser.cjs` prints the table and fails where a compiler project says something else.
const { readFileSync, existsSync } = require('node:fs');
const { join } = require('node:path');

const mayImport = {
  domain: [],
  protocol: ['domain'],
  journal: ['protocol', 'domain'],
  'local-db': ['journal', 'protocol', 'domain'],
  identity: ['journal', 'protocol', 'domain'],
  sync: ['local-db', 'journal', 'protocol', 'domain'],
  ui: ['domain'],
  till: ['ui', 'local-db', 'identity', 'domain'],
  office: ['ui', 'protocol', 'domain'],
  app: ['till', 'office', 'ui', 'sync', 'identity', 'local-db', 'journal', 'protocol', 'domain'],
  rescue: ['sync', 'local-db', 'journal', 'protocol', 'domain'],
  'service-worker': [],
  server: ['journal', 'protocol', 'domain'],
  testing: [
    'server',
    'app',
    'till',
    'office',
    'ui',
    'sync',
    'identity',
    'local-db',
    'journal',
    'protocol',
    'domain',
  ],
  simulation: ['testing', 'server', 'sync', 'identity', 'local-db', 'journal', 'protocol', 'domain'],
  commands: [
    'simulation',
    'testing',
    'server',
    'sync',
    'identity',
    'local-db',
    'journal',
    'protocol',
    'domain',
    '../e2e',
  ],
};

const place = (folder) => (folder.startsWith('../') ? `^${folder.slice(3)}/` : `^src/${folder}/`);
const isTest = '\\.test\\.tsx?$';

/** One rule per folder: what it may not reach is everything of ours outside itself and its row of the table. */
const directionRules = Object.entries(mayImport).map(([folder, targets]) => ({
  name: `direction-${folder}`,
  severity: 'error',
  comment: `src/${folder} may import: ${targets.join(', ') || 'nothing'}.`,
  from: { path: place(folder), pathNot: isTest },
  to: { path: '^(src|e2e)/', pathNot: [folder, ...targets].map(place) },
}));

const otherRules = [
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'Two files that need each other are one file, or hide a third.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'domain-has-no-packages',
    severity: 'error',
    comment: 'The domain is pure: no packages, no platform.',
    from: { path: '^src/domain/', pathNot: isTest },
    to: { dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'core'] },
  },
  {
    name: 'till-apart-from-office',
    severity: 'error',
    comment: 'The screens of the till and of the office never import each other, tests included.',
    from: { path: '^src/(till|office)/' },
    to: { path: '^src/(till|office)/', pathNot: '^src/$1/' },
  },
  {
    name: 'testing-stays-in-tests',
    severity: 'error',
    comment: 'Only tests, simulations and commands may use src/testing and src/simulation.',
    from: { pathNot: ['^src/testing/', '^src/simulation/', '^src/commands/', '^e2e/', isTest] },
    to: { path: '^src/(testing|simulation)/' },
  },
  {
    name: 'planes-apart',
    severity: 'error',
    comment: 'The till plane must run when the people plane cannot even be loaded.',
    from: { path: '^src/server/till-plane/', pathNot: isTest },
    to: { path: '^src/server/people-plane/', reachable: true },
  },
  {
    name: 'tests-are-not-imported',
    severity: 'error',
    comment: 'What two tests share lives in a file of its own.',
    from: {},
    to: { path: `${isTest}|\\.spec\\.ts$` },
  },
  {
    name: 'no-development-packages-at-runtime',
    severity: 'error',
    comment: 'What runs in a shop or on a server is a dependency, not a development dependency.',
    from: { path: '^src/', pathNot: [isTest, '^src/testing/', '^src/commands/'] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-unknown-packages',
    severity: 'error',
    comment:
      'Every package we import is listed in package.json, and every path exists; a file taken by its address (?url) is found by the bundler.',
    from: {},
    to: { couldNotResolve: true, pathNot: '^virtual:|[?]url$' },
  },
  {
    name: 'names',
    severity: 'error',
    comment: 'kebab-case file and folder names.',
    from: { path: '^src/', pathNot: '^src/[a-z0-9./-]+$' },
    to: {},
  },
  {
    name: 'no-drawers',
    severity: 'error',
    comment:
      'A file is named after its one main export; index, utils, common, helpers and types say nothing.',
    from: {},
    to: { path: '/(index|util|utils|common|helper|helpers|types)([.]tsx?$|/)', pathNot: 'node_modules' },
  },
];

module.exports = {
  forbidden: [...directionRules, ...otherRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'browser', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css', '.wasm'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};

/** Folders whose compiler project references other folders than the table allows. */
function disagreements() {
  return Object.keys(mayImport).filter((folder) => {
    const file = join(__dirname, 'src', folder, 'tsconfig.json');
    if (!existsSync(file)) return true;
    const referenced = JSON.parse(readFileSync(file, 'utf8')).references.map(({ path }) =>
      path.slice('../'.length),
    );
    return referenced.sort().join() !== [...mayImport[folder]].sort().join();
  });
}

function printTable() {
  for (const [folder, targets] of Object.entries(mayImport)) {
    console.log(`${folder.padEnd(15)} may import  ${targets.join(', ').replaceAll('../', '') || 'nothing'}`);
  }
}

if (require.main === module) {
  printTable();
  const different = disagreements();
  for (const folder of different)
    console.error(`src/${folder}/tsconfig.json does not reference what the table allows.`);
  process.exitCode = different.length > 0 ? 1 : 0;
}
