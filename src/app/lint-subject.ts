import { CAPABILITIES } from '../core/capability/names.js';
import { EnvironmentError } from '../core/errors.js';
import type { LintSubject } from '../core/lint/rule.js';
import type { Machine } from '../core/seccomp/arch.js';
import type { KernelVersion } from '../core/seccomp/profile.js';
import type { LoadedService } from './load.js';

/** The machine a profile is resolved for, as an engine describes itself. */
export interface LintMachine {
  readonly arch: string;
  readonly kernel: string;
}

/** A loaded service with the machine it is judged for. `imageUser`: `null` when no engine was asked. */
export function lintSubject(part: LoadedService, machine: LintMachine, imageUser: string | null): LintSubject {
  return {
    service: part.service,
    profile: part.profile?.profile ?? null,
    dockerfile: part.dockerfile,
    imageUser,
    environment: {
      machine: machineOf(machine.arch),
      kernel: kernelOf(machine.kernel),
      allCapabilities: CAPABILITIES,
    },
  };
}

/** Throws EnvironmentError for an architecture whose syscalls are not known here. */
export function machineOf(arch: string): Machine {
  if (arch === 'amd64' || arch === 'arm64') return arch;
  throw new EnvironmentError(`the engine's architecture is ${arch}`, 'Use an engine on amd64 or arm64.');
}

/** Major and minor of `6.18.44-rc1`. A text that is no version counts as the oldest kernel. */
export function kernelOf(release: string): KernelVersion {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(release) ?? [];
  return { major: Number(major ?? 0), minor: Number(minor ?? 0) };
}
