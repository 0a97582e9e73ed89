// Builds scripts/relay/relay.c for the architectures that engines have, into src/adapters/docker/relay/program.generated.ts.
//   --check    writes nothing; fails when the committed module differs
// The bytes depend on the compiler, so it has to be Debian 12's: apt-get install gcc gcc-aarch64-linux-gnu
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './setup/root.mjs';

const SOURCE = join(ROOT, 'scripts/relay/relay.c');
const MODULE = join(ROOT, 'src/adapters/docker/relay/program.generated.ts');

/** Go's name of an architecture: its compiler. */
const COMPILERS = { amd64: 'x86_64-linux-gnu-gcc', arm64: 'aarch64-linux-gnu-gcc' };
const VERSION = '12.2.0';

const FLAGS = [
  ...[
    '-Os',
    '-Wall',
    '-Wextra',
    '-Werror',
    '-std=c11',
    '-static',
    '-nostdlib',
    '-ffreestanding',
    '-fno-pie',
    '-no-pie',
  ],
  ...['-fno-stack-protector', '-fno-asynchronous-unwind-tables', '-fno-builtin', '-fno-tree-loop-distribute-patterns'],
  ...['-mno-outline-atomics', '-s', '-Wl,--build-id=none', '-Wl,-z,noexecstack', '-Wl,-z,norelro'],
];

/** @param {keyof typeof COMPILERS} arch */
function build(arch) {
  const compiler = COMPILERS[arch];
  const version = execFileSync(compiler, ['-dumpfullversion'], { encoding: 'utf8' }).trim();
  if (version !== VERSION) throw new Error(`${compiler} is version ${version}: expected ${VERSION}, as in Debian 12`);
  const folder = mkdtempSync(join(tmpdir(), 'tightfit-relay-'));
  try {
    const flags = FLAGS.filter((flag) => arch === 'arm64' || flag !== '-mno-outline-atomics');
    execFileSync(compiler, [...flags, '-o', join(folder, 'relay'), SOURCE], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return readFileSync(join(folder, 'relay'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {Buffer | string} bytes */
function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function render() {
  const programs = Object.keys(COMPILERS).map((arch) => {
    const bytes = build(/** @type {keyof typeof COMPILERS} */ (arch));
    return `  ${arch}: {\n    sha256: '${sha256(bytes)}',\n    base64: '${bytes.toString('base64')}',\n  },\n`;
  });
  return `// Built by scripts/relay.mjs from scripts/relay/relay.c with gcc ${VERSION}. Do not edit.

/** Of the source that the programs were built from. */
export const RELAY_SOURCE_SHA256 = '${sha256(readFileSync(SOURCE))}';

/** Static programs for Linux by Go's name of their architecture. */
export const RELAY_PROGRAMS = {
${programs.join('')}} as const;
`;
}

const fresh = render();
if (!process.argv.includes('--check')) {
  writeFileSync(MODULE, fresh);
  console.log(`wrote ${MODULE.slice(ROOT.length + 1)}`);
} else if (readFileSync(MODULE, 'utf8') !== fresh) {
  console.error('the relay programs are not what scripts/relay/relay.c builds to: run node scripts/relay.mjs');
  process.exitCode = 1;
}
