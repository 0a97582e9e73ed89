#!/usr/bin/env node
import { runScript } from './setup/failure.mjs';
import { ensureAll } from './setup/ensure-all.mjs';

/** Every benchmark by the name it is asked for: a module with `run(options)` that prints its figures and gives the exit code. */
const BENCHES = {
  image: () => import('./bench/image.mjs'),
  minimize: () => import('./bench/minimize.mjs'),
  overhead: () => import('./bench/overhead.mjs'),
  recorder: () => import('./bench/recorder.mjs'),
  reports: () => import('./bench/reports.mjs'),
};

async function main() {
  const [name, ...words] = process.argv.slice(2);
  const names = name === undefined ? Object.keys(BENCHES) : [name];
  const unknown = names.find((one) => !(one in BENCHES));
  if (unknown !== undefined) {
    console.error(`no benchmark "${unknown}". There are ${Object.keys(BENCHES).join(', ')}.`);
    return 2;
  }
  const engine = await ensureAll();
  let code = 0;
  for (const one of names) {
    const bench = await BENCHES[one]();
    code = Math.max(code, await bench.run({ engine, words }));
  }
  return code;
}

await runScript(main);
