import tseslint from 'typescript-eslint';

const FOREIGN_OUTPUT = 'Text for people goes through the Log port or a report, so that foreign text is neutralised.';

/** What each ring may import, as the table in docs/decisions/0001-rings.md says. */
const RINGS = [
  {
    files: ['src/core/**/*.ts'],
    packages: ['ajv', 'yaml', '@humanwhocodes/momoa', 're2js', 'dockerfile-ast', 'diff'],
    rings: ['core'],
  },
  { files: ['src/report/**/*.ts'], packages: ['sarif'], rings: ['core', 'report'] },
  { files: ['src/app/**/*.ts'], packages: [], rings: ['core', 'app', 'ports'] },
  {
    files: ['src/adapters/**/*.ts'],
    packages: ['node:', 'dockerode', 'fzstd', 'iced-x86'],
    rings: ['core', 'ports', 'adapters'],
  },
];
const ALL_RINGS = ['core', 'report', 'app', 'adapters', 'action', 'cli', 'recorder', 'relay'];

function ringRule({ files, packages, rings }) {
  const forbidden = ALL_RINGS.filter((ring) => !rings.includes(ring));
  const patterns = [
    { regex: `/(${forbidden.join('|')})/`, message: `This ring may import ${rings.join(', ')} only.` },
    {
      regex: `^(?!\\.|${packages.map(escape).join('|') || '\\.'})`,
      message: `This ring may use ${packages.join(', ') || 'no packages'}.`,
    },
  ];
  if (!rings.includes('ports')) patterns.push({ regex: '/ports\\.js$', message: 'This ring knows no ports.' });
  return { files, rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] } };
}

function escape(name) {
  return name.endsWith(':') ? name : `${name.replace('/', '\\/')}(?:\\/|$)`;
}

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'out/', 'coverage/', '**/*.generated.ts', 'examples/'] },
  {
    files: ['src/**/*.ts', '__tests__/**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 250, skipComments: false }],
      'max-lines-per-function': ['error', { max: 60 }],
      'max-params': ['error', 3],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'stdout', message: FOREIGN_OUTPUT },
        { object: 'process', property: 'stderr', message: FOREIGN_OUTPUT },
        { object: 'core', property: 'info', message: FOREIGN_OUTPUT },
        { object: 'Math', property: 'random', message: 'Randomness comes from the Host port.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
        { selector: "NewExpression[callee.name='Error']", message: 'Throw one of src/core/errors.ts.' },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts', 'src/app/**/*.ts', 'src/report/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'Buffer', 'setTimeout', 'setInterval', 'fetch', 'performance', 'console'].map((name) => ({
          name,
          message: 'The outside world is reached through ports.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now' },
        { object: 'Math', property: 'random' },
      ],
    },
  },
  { files: ['src/ports.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['src/cli/log.ts', 'src/cli/print.ts', 'src/action/log.ts', 'src/recorder/**/*.ts', 'src/relay/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  ...RINGS.map(ringRule),
);
