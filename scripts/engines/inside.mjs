#!/usr/bin/env node
import { checkExample } from '../examples/check-example.mjs';
import { examplePolicies } from '../examples/policies.mjs';
import { runScript } from '../setup/failure.mjs';
import { runJestProject } from '../setup/jest.mjs';
import { CORE_TESTS } from './core-tests.mjs';
import { facts } from './facts.mjs';
import { leftOnEngine } from './left.mjs';

/**
 * What is run in a cell, by whoever is to run it there, with DOCKER_HOST set. Prints one JSON value on stdout; progress and the
 * output of what went wrong go to stderr.
 * @type {Record<string, (words: string[], engine: string) => Promise<unknown>>}
 */
const COMMANDS = { facts, examples, tests, left: leftOnEngine };

/** @param {string[]} names only examples whose name begins so; none: all @param {string} engine */
async function examples(names, engine) {
  const checked = [];
  for (const example of examplePolicies()) {
    if (names.length > 0 && !names.some((name) => example.name.startsWith(name))) continue;
    const { output, ...row } = await checkExample(example, engine);
    const isRight = row.actual === row.expected;
    process.stderr.write(`  ${row.name}: ${row.actual}${isRight ? '' : `, must be ${row.expected}`}\n`);
    if (!isRight) process.stderr.write(`${output.trimEnd().replace(/^/gm, '    ')}\n`);
    checked.push(row);
  }
  return checked;
}

/** @param {string[]} words passed on to jest @param {string} engine */
async function tests(words, engine) {
  const start = Date.now();
  const counts = await runJestProject('e2e', [...CORE_TESTS, ...words], { DOCKER_HOST: engine });
  return { ...counts, seconds: (Date.now() - start) / 1000 };
}

async function main() {
  const [name = '', ...words] = process.argv.slice(2);
  const run = COMMANDS[name];
  const engine = process.env.DOCKER_HOST;
  if (run === undefined || engine === undefined) {
    console.error(`usage: DOCKER_HOST=… inside.mjs ${Object.keys(COMMANDS).join(' | ')}`);
    return 2;
  }
  console.log(JSON.stringify(await run(words, engine)));
  return 0;
}

await runScript(main);
