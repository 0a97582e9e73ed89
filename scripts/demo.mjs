#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { passThrough } from './setup/command.mjs';
import { ensureAll } from './setup/ensure-all.mjs';
import { runScript, SetupFailure } from './setup/failure.mjs';
import { say } from './setup/progress.mjs';
import { ROOT } from './setup/root.mjs';

const POLICY = 'examples/samba/tightfit.yml';

async function main() {
  if (!existsSync(join(ROOT, 'dist/cli.js'))) {
    throw new SetupFailure('dist/cli.js is missing. Run "npm ci && npm run build" first.');
  }
  const engine = await ensureAll();
  say(`node dist/cli.js check ${POLICY}`);
  return passThrough(process.execPath, ['dist/cli.js', 'check', POLICY, ...process.argv.slice(2)], {
    cwd: ROOT,
    env: { DOCKER_HOST: engine },
  });
}

await runScript(main);
