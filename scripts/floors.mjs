#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { USERS } from './runtime-floor/bundle.mjs';
import { Container } from './runtime-floor/container.mjs';
import { RUNTIME_IDS, withRuntimes } from './runtime-floor/measured-runtimes.mjs';
import { Measurement } from './runtime-floor/measure.mjs';
import { runtimeProfile } from './runtime-floor/profile.mjs';
import { writeTable } from './runtime-floor/table.mjs';
import { runScript } from './setup/failure.mjs';
import { say, secondsSince } from './setup/progress.mjs';
import { ROOT } from './setup/root.mjs';

const TABLE = join(ROOT, 'data/runtime-base.csv');

/**
 * Measures which calls runc and crun need under a container's filter, and writes data/runtime-base.csv: `npm run floors` for all
 * that Debian has, `npm run floors -- runc-trixie crun-forky` for some. With profiles, `npm run floors -- examples/redis/profile.json`,
 * it starts a container under each of them instead, with no-new-privileges, and prints a line for each start as JSON. Needs root,
 * x86-64 and Debian's packages.
 */
async function main() {
  const words = process.argv.slice(2);
  const profiles = words.filter((word) => word.endsWith('.json'));
  const named = words.filter((word) => !word.endsWith('.json'));
  const unknown = named.find((id) => !RUNTIME_IDS.includes(id));
  if (unknown !== undefined) {
    console.error(`unknown runtime "${unknown}": expected ${RUNTIME_IDS.join(', ')}, or files that end in .json`);
    return 2;
  }
  const ids = named.length === 0 ? RUNTIME_IDS : named;
  if (profiles.length === 0) await withRuntimes(ids, measure);
  else await withRuntimes(ids, (runtime) => startUnder(runtime, profiles));
  return 0;
}

/** @param {import('./runtime-floor/measured-runtimes.mjs').Runtime} runtime */
async function measure({ name, version, libseccomp, place }) {
  for (const noNewPrivileges of [true, false]) {
    const start = Date.now();
    const needs = await new Measurement(place, noNewPrivileges, knownCalls()).run();
    const date = new Date().toISOString().slice(0, 10);
    writeTable(TABLE, [{ runtime: name, version, libseccomp, noNewPrivileges, needs, date }]);
    const needed = needs.filter(({ survives }) => survives.EPERM !== true || survives.ENOSYS !== true).length;
    const words = `${noNewPrivileges ? 'with' : 'without'} no-new-privileges`;
    say(`${name} ${version} ${words}: ${needs.length} calls, ${needed} needed, ${secondsSince(start)}`);
  }
}

/** @param {import('./runtime-floor/measured-runtimes.mjs').Runtime} runtime @param {string[]} profiles */
async function startUnder({ name, version, place }, profiles) {
  for (const profile of profiles) {
    const seccomp = runtimeProfile(readFileSync(profile, 'utf8'));
    for (const user of USERS) {
      const { works, says } = await new Container(place, { user, noNewPrivileges: true, seccomp }).try();
      console.log(
        JSON.stringify({ runtime: `${name} ${version}`, profile, uid: user.uid, works, says: works ? '' : says }),
      );
    }
  }
}

function knownCalls() {
  const lines = readFileSync(join(ROOT, 'data/syscalls.csv'), 'utf8').trimEnd().split('\n').slice(1);
  return [...new Set(lines.map((line) => line.split(',')[0] ?? ''))];
}

await runScript(main);
