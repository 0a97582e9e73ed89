import { parseProfile } from '../../src/core/seccomp/parse-profile.js';
import type { Decision, Filter } from '../../src/core/seccomp/filter.js';
import { decideByName } from '../../src/core/seccomp/filter.js';
import type { Profile } from '../../src/core/seccomp/profile.js';
import { resolve, type ResolveEnvironment } from '../../src/core/seccomp/resolve.js';

export const ENVIRONMENT: ResolveEnvironment = {
  arch: 'amd64',
  kernel: { major: 6, minor: 12 },
  capabilities: new Set(),
};

/** A profile written in a test; a mistake in it fails the test. 64-bit values are given as strings of digits. */
export function written(members: object): Profile {
  const text = JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', ...members }).replace(
    /"(value|valueTwo)":"(\d+)"/g,
    '"$1":$2',
  );
  const { profile, findings } = parseProfile('p.json', text);
  if (profile === null) throw new TypeError(findings.map(({ message }) => message).join('; '));
  return profile;
}

/** A filter of rules for amd64 unless said. */
export function filterOf(syscalls: readonly object[], options: Partial<ResolveEnvironment> = {}, members = {}): Filter {
  return resolve(written({ syscalls, ...members }), { ...ENVIRONMENT, ...options });
}

/** What a filter answers, short: `ALLOW`, `ERRNO 38`, `KILL_THREAD`. */
export function answer(filter: Filter, name: string, ...args: bigint[]): string {
  return short(decideByName(filter, name, args));
}

export function short(decision: Decision | null): string {
  if (decision === null) return 'no such call';
  const action = decision.action.slice('SCMP_ACT_'.length);
  return decision.errno === null ? action : `${action} ${decision.errno}`;
}

export function allow(names: readonly string[], members = {}): object {
  return { names, action: 'SCMP_ACT_ALLOW', ...members };
}

export function refuse(names: readonly string[], members = {}): object {
  return { names, action: 'SCMP_ACT_ERRNO', ...members };
}

/** A condition: `when(0, 'EQ', 5)`; for MASKED_EQ the mask and what the masked argument has to be. */
export function when(index: number, operator: string, value: number | string, valueTwo: number | string = 0): object {
  return { index, op: `SCMP_CMP_${operator}`, value, valueTwo };
}
