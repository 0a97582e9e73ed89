import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { judgedMachine } from '../../../src/app/judged-machine.js';
import { CAPABILITIES, type Capability } from '../../../src/core/capability/names.js';
import type { ResolveEnvironment } from '../../../src/core/seccomp/resolve.js';
import type { LibseccompVersion } from '../../../src/core/seccomp/syscalls.js';
import type { EngineFacts } from '../../../src/ports.js';

/** What profiles are resolved for here. */
export interface ThisMachine {
  readonly environment: Omit<ResolveEnvironment, 'capabilities'> & { readonly libseccomp: LibseccompVersion };
  /** Those that a container can be given here. */
  readonly capabilities: readonly Capability[];
}

/** The engine's machine with the libseccomp its runtime is linked with; engine and tests are on the same one. */
export function thisMachine(facts: EngineFacts): ThisMachine {
  const { allCapabilities, ...machine } = judgedMachine(facts);
  const held = boundingSet();
  return {
    environment: { ...machine, libseccomp: libseccompOf(execFileSync('runc', ['--version'], { encoding: 'utf8' })) },
    capabilities: allCapabilities.filter((name) => held.includes(name)),
  };
}

/** @param text ends with a line like `libseccomp: 2.5.4` */
function libseccompOf(text: string): LibseccompVersion {
  const [, major, minor, patch] = (/^libseccomp: (\d+)\.(\d+)\.(\d+)/m.exec(text) ?? []).map(Number);
  if (major !== 2 || minor === undefined || minor < 5) throw new TypeError(`no libseccomp from 2.5 on in: ${text}`);
  if (minor === 5) return '2.5';
  return minor === 6 && patch === 0 ? '2.6' : '2.6.1';
}

/** Some virtual machines lack a capability that no container can have then. */
function boundingSet(): readonly Capability[] {
  const mask = BigInt(`0x${/^CapBnd:\s*(\w+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'}`);
  return CAPABILITIES.filter((_, bit) => ((mask >> BigInt(bit)) & 1n) === 1n);
}
