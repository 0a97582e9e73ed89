import type { Capability } from '../capability/names.js';
import type { Machine } from './arch.js';
import type { KernelVersion, RuleScope, SyscallRule } from './profile.js';

/** What decides whether a rule counts. */
export interface ScopeFacts {
  readonly arch: Machine;
  readonly kernel: KernelVersion;
  /** The container's bounding set. */
  readonly capabilities: ReadonlySet<Capability>;
}

/**
 * Whether a rule counts at all: one reason to leave it out is enough, and every wish has to be met.
 * Source: https://github.com/moby/profiles/blob/main/seccomp/seccomp_linux.go (setupSeccomp)
 */
export function applies({ includes, excludes }: SyscallRule, facts: ScopeFacts): boolean {
  const excluded =
    excludes.arches.includes(facts.arch) ||
    excludes.capabilities.some((name) => facts.capabilities.has(name)) ||
    (excludes.minKernel !== null && isAtLeast(facts.kernel, excludes.minKernel));
  return !excluded && meets(includes, facts);
}

function meets({ arches, capabilities, minKernel }: RuleScope, facts: ScopeFacts): boolean {
  return (
    (arches.length === 0 || arches.includes(facts.arch)) &&
    capabilities.every((name) => facts.capabilities.has(name)) &&
    (minKernel === null || isAtLeast(facts.kernel, minKernel))
  );
}

function isAtLeast(kernel: KernelVersion, wanted: KernelVersion): boolean {
  return kernel.major === wanted.major ? kernel.minor >= wanted.minor : kernel.major > wanted.major;
}
