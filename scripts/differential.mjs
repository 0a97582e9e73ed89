#!/usr/bin/env node
import { unpackRuntimes } from './differential/unpack-runtimes.mjs';
import { runScript } from './setup/failure.mjs';
import { runJestProject } from './setup/jest.mjs';

/** Compares the resolver with the filters that the OCI runtimes of several releases load. Arguments are passed on to jest. */
async function main() {
  const trees = unpackRuntimes();
  const { passed, failed } = await runJestProject('differential', process.argv.slice(2), {
    TIGHTFIT_RUNTIME_TREES: trees,
  });
  console.log(`differential: ${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

await runScript(main);
