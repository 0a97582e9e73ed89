import { whyDiffers } from './differences.mjs';

/** @typedef {import('./run-cell.mjs').CellResult} CellResult */
/** @typedef {import('./differences.mjs').Difference} Difference */

const HEADING = `# Engines and kernels

<!-- Written by "npm run engines" from docs/engines/*.json, which its runs write. Change those, not this page. -->

What every cell of the matrix did when it was last run: each engine with its own runtime, started from a distribution's packages. In each
run the core end-to-end tests (\`scripts/engines/core-tests.mjs\`) are run as root, and every example as root and as \`runner\`, a user
with the engine's socket and \`sudo\` without a password, as on a hosted runner. Native cells share the kernel and the cgroups of the
machine they were run on; a guest is a virtual machine with its own, in which the examples listed for it are run and no tests.
\`npm run engines -- CELL\` runs one anew.
`;

/**
 * The page that shows what the cells did.
 * @param {readonly { name: string }[]} cells
 * @param {readonly CellResult[]} results
 * @param {readonly Difference[]} known
 */
export function enginesPage(cells, results, known) {
  const found = cells.map(({ name }) => ({ name, result: results.find(({ cell }) => cell === name) }));
  const sections = found.flatMap(({ result }) => (result === undefined ? [] : [section(result, known)]));
  return [HEADING, overview(found), ...sections].join('\n');
}

/** @param {readonly { name: string, result: CellResult | undefined }[]} found */
function overview(found) {
  const rows = found.map(({ name, result }) => {
    if (result === undefined) return [name, 'not run', '', '', '', '', '', ''];
    const { facts, examples, tests, date } = result;
    const asExpected = (/** @type {CellResult['examples']['root']} */ rows) =>
      `${rows.filter(isRight).length} of ${rows.length}`;
    return [
      `[${name}](#${name.replaceAll('.', '')})`,
      `${facts.engine}, ${facts.runtime}`,
      facts.storage,
      `Linux ${facts.kernel}, ${facts.architecture}, cgroup ${facts.cgroup}`,
      date,
      tests.passed + tests.failed === 0 ? 'not run' : `${tests.passed} of ${tests.passed + tests.failed}`,
      asExpected(examples.root),
      asExpected(examples.runner),
    ];
  });
  return table(
    ['Cell', 'Engine, runtime', 'Storage', 'Kernel', 'Run on', 'Tests passed', 'Examples right as root', 'as runner'],
    rows,
  );
}

/** @param {{ expected: string, actual: string }} row */
function isRight({ expected, actual }) {
  return expected === actual;
}

/** @param {CellResult} result @param {readonly Difference[]} known */
function section(result, known) {
  const { cell, facts, examples, tests, left } = result;
  const pairs = examples.root.map((root) => ({ root, runner: examples.runner.find(({ name }) => name === root.name) }));
  const right = pairs.filter(({ root, runner }) => isRight(root) && runner !== undefined && isRight(runner));
  const wrong = pairs.filter((pair) => !right.includes(pair));
  return [
    `## ${cell}\n`,
    `${facts.engine}, ${facts.runtime}, ${facts.storage}. Security: ${facts.security}. Images built with ${facts.client}.`,
    `Run on ${result.date} in ${minutes(result)}; left behind: ${left.length === 0 ? 'nothing' : left.join(', ')}.\n`,
    `As they must be: ${right.map(({ root }) => `${root.name} ${root.actual}`).join(', ') || 'none'}.\n`,
    ...(wrong.length === 0 ? [] : [wrongExamples(cell, wrong, known)]),
    ...(tests.failures.length === 0 ? [] : [failedTests(cell, tests.failures, known)]),
  ].join('\n');
}

/** @param {CellResult} result */
function minutes({ examples, tests }) {
  const seconds = [...examples.root, ...examples.runner, tests].reduce((sum, one) => sum + one.seconds, 0);
  return `${Math.max(1, Math.round(seconds / 60))} min`;
}

/**
 * @param {string} cell
 * @param {readonly { root: import('./run-cell.mjs').Row, runner: import('./run-cell.mjs').Row | undefined }[]} wrong
 * @param {readonly Difference[]} known
 */
function wrongExamples(cell, wrong, known) {
  const rows = wrong.map(({ root, runner }) => {
    const said = [...root.errors, ...(runner?.errors ?? [])][0] ?? '';
    const why = whyDiffers(known, cell, root.name) ?? `not explained${said === '' ? '' : `; it says: ${said}`}`;
    return [root.name, root.expected, root.actual, runner?.actual ?? 'not run', why];
  });
  return table(['Example', 'Must be', 'As root', 'As runner', 'Why'], rows);
}

/** @param {string} cell @param {readonly string[]} failures @param {readonly Difference[]} known */
function failedTests(cell, failures, known) {
  return table(
    ['Test that failed', 'Why'],
    failures.map((name) => [name.replace('__tests__/e2e/', ''), whyDiffers(known, cell, name) ?? 'not explained']),
  );
}

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.map(inTable).join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

/** What engines and tests wrote is text, not markup. @param {string} text */
function inTable(text) {
  return text.replace(/\s+/g, ' ').replace(/[|<>`\\]/g, '\\$&');
}

/**
 * What differs in a cell and is not explained, a line each; nothing may be left either.
 * @param {CellResult} result
 * @param {readonly Difference[]} known
 */
export function unexplained({ cell, examples, tests, left }, known) {
  const unknown = (/** @type {string} */ about) => whyDiffers(known, cell, about) === undefined;
  const wrong = (/** @type {'root' | 'runner'} */ user) =>
    examples[user]
      .filter((row) => !isRight(row) && unknown(row.name))
      .map(({ name, actual, expected }) => `${name} as ${user}: ${actual}, must be ${expected}`);
  return [
    ...wrong('root'),
    ...wrong('runner'),
    ...tests.failures.filter(unknown),
    ...(tests.failed > tests.failures.length ? ['a test run that ended badly'] : []),
    ...left.map((one) => `left behind: ${one}`),
  ];
}
