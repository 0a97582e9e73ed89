import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MachineProfile } from '../../../src/core/machines/machine-profile.js';
import { mergeProfiles } from '../../../src/core/machines/merge-profiles.js';
import type { Machine } from '../../../src/core/seccomp/arch.js';
import { dockerDefault } from '../../../src/core/seccomp/docker-default.js';
import { emitProfile } from '../../../src/core/seccomp/emit.js';
import { decideIn, nativeAbi, type Filter } from '../../../src/core/seccomp/filter.js';
import { fittedProfile } from '../../../src/core/seccomp/fitted-profile.js';
import { parseProfile } from '../../../src/core/seccomp/parse-profile.js';
import type { Profile } from '../../../src/core/seccomp/profile.js';
import { resolve } from '../../../src/core/seccomp/resolve.js';
import { syscallsOf } from '../../../src/core/seccomp/syscalls.js';
import { ENVIRONMENT } from '../../support/resolved-profile.js';
import { fact } from '../../support/sample-record.js';

const MACHINES = ['amd64', 'arm64'] as const;
const REFERENCE = {
  amd64: resolve(dockerDefault(), ENVIRONMENT),
  arm64: resolve(dockerDefault(), { ...ENVIRONMENT, arch: 'arm64' }),
};

interface Run {
  readonly machine: Machine;
  readonly allowed: readonly string[];
  readonly families: readonly number[];
  readonly compat: boolean;
}

function profileOf({ machine, allowed, families, compat }: Run): Profile {
  const facts = families.length === 0 ? [] : [fact('socket', families)];
  return throughText(fittedProfile({ allowed, reference: REFERENCE[machine], beyond: null, facts, compat }));
}

/** As it is read again. */
function throughText(profile: Profile): Profile {
  const read = parseProfile('p.json', emitProfile(profile));
  if (read.profile === null) throw new TypeError(read.findings.map(({ message }) => message).join('; '));
  return read.profile;
}

function seenOn(run: Run, when = 'Docker 28.5.2, 2026-12-01'): MachineProfile {
  const frozen = new Set(run.allowed.filter((name) => name === 'capset'));
  const used = new Set(run.allowed.filter((name) => name !== 'capset'));
  return { machine: run.machine, profile: profileOf(run), when, used, frozen, noNewPrivileges: true };
}

function merged(runs: readonly Run[]): Profile {
  return throughText(mergeProfiles(runs.map((run) => seenOn(run))));
}

/** Everything that a profile does on a machine, as one text. */
function effect(profile: Profile, arch: Machine): string {
  const filter = resolve(profile, { ...ENVIRONMENT, arch });
  const abis = [...filter.abis].map(([abi, { highestNumber }]) => `${abi} up to ${highestNumber}`);
  return [filter.opens.join(), ...abis, `${filter.conflicts.length} conflicts`, ...answers(filter)].join('\n');
}

function answers(filter: Filter): readonly string[] {
  return [...filter.abis].flatMap(([abi, { calls }]) =>
    syscallsOf(abi).flatMap(({ name, number }) => {
      const isConditional = calls.get(number)?.unconditional === null;
      return (isConditional ? FIRST_ARGUMENTS : [0n]).map((first) => {
        const { action, errno } = decideIn(filter, abi, { number, args: [first] });
        return `${abi} ${name}(${first}): ${action} ${errno}`;
      });
    }),
  );
}

/** Docker's default and fitted profiles look at the first argument alone: address families, personalities, flags of clone. */
const FIRST_ARGUMENTS = [0n, 1n, 2n, 8n, 10n, 16n, 17n, 38n, 39n, 40n, 0x20000n, 0x20008n, 0xffff_ffffn, 0x1000_0000n];

const aRun = (machine: Machine): fc.Arbitrary<Run> =>
  fc.record({
    machine: fc.constant(machine),
    allowed: fc.subarray(syscallsOf(nativeAbi(machine)).map(({ name }) => name)),
    families: fc.subarray([1, 2, 10, 16, 17]),
    compat: fc.boolean(),
  });

describe('the profiles of two machines, merged', () => {
  test('do on each machine what its own profile does', () => {
    fc.assert(
      fc.property(aRun('amd64'), aRun('arm64'), (amd64, arm64) => {
        const profile = merged([amd64, arm64]);
        expect(effect(profile, 'amd64')).toBe(effect(profileOf(amd64), 'amd64'));
        expect(effect(profile, 'arm64')).toBe(effect(profileOf(arm64), 'arm64'));
      }),
      { numRuns: 20 },
    );
  });

  test('of two runs on one machine let through what either does, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MACHINES).chain((machine) => fc.tuple(aRun(machine), aRun(machine))),
        ([a, b]) => {
          const both: Run = {
            machine: a.machine,
            allowed: [...new Set([...a.allowed, ...b.allowed])],
            families: familiesOfBoth(a, b),
            compat: a.compat || b.compat,
          };
          expect(effect(merged([a, b]), a.machine)).toBe(effect(profileOf(both), a.machine));
        },
      ),
      { numRuns: 20 },
    );
  });

  test('say where each call was seen, and allow a call of one machine only there', () => {
    const profile = merged([
      { machine: 'amd64', allowed: ['capset', 'open', 'read'], families: [], compat: false },
      { machine: 'arm64', allowed: ['capset', 'openat', 'read'], families: [], compat: false },
    ]);
    const allowed = profile.rules
      .filter(({ action }) => action === 'SCMP_ACT_ALLOW')
      .map(({ names, includes, comment }) => ({ names, on: includes.arches, comment }));
    const run = '(Docker 28.5.2, 2026-12-01)';
    const kept = (machine: Machine): string => `kept on ${machine} for the runtime or as an identity getter ${run}`;
    expect(allowed).toEqual([
      { names: ['capset'], on: [], comment: `${kept('amd64')}; ${kept('arm64')}` },
      { names: ['read'], on: [], comment: `used on amd64 ${run}; used on arm64 ${run}` },
      { names: ['open'], on: ['amd64'], comment: `used on amd64 ${run}` },
      { names: ['openat'], on: ['arm64'], comment: `used on arm64 ${run}` },
    ]);
    expect(profile.architectures).toEqual({
      kind: 'map',
      entries: [
        { architecture: 'SCMP_ARCH_X86_64', subArchitectures: [] },
        { architecture: 'SCMP_ARCH_AARCH64', subArchitectures: [] },
      ],
    });
  });
});

/** A run that allows socket and shows no family lets all of Docker's through. */
function familiesOfBoth(a: Run, b: Run): readonly number[] {
  const runs = [a, b].filter(({ allowed }) => allowed.includes('socket'));
  return runs.some(({ families }) => families.length === 0) ? [] : runs.flatMap(({ families }) => families);
}
