import { UsageError } from '../core/errors.js';
import type { Finding } from '../core/finding.js';
import { basisOf, differencesBetween, type Comparable, type Comparison } from '../core/diff/comparison.js';
import { kindOfFile } from '../core/diff/kind-of-file.js';
import { readResult } from '../core/read-result.js';
import type { Machine } from '../core/seccomp/arch.js';
import { dockerDefault } from '../core/seccomp/docker-default.js';
import { parseProfile } from '../core/seccomp/parse-profile.js';
import type { World } from '../ports.js';
import { ASSUMED_MACHINE } from './judged-machine.js';
import { load } from './load.js';

/** The word that stands for Docker's current default profile. */
const DOCKER_DEFAULT = 'docker-default';

/** The largest result that is read, in bytes. */
const SIZE_LIMIT = 64 * 1024 * 1024;

/** What to compare. */
export interface CompareRequest {
  readonly before: string;
  readonly after: string;
  readonly machines: readonly Machine[];
}

/** A comparison, or what is wrong with what was to be compared. */
export type CompareOutcome = { readonly comparison: Comparison } | { readonly findings: readonly Finding[] };

/**
 * Compares two profiles, policies or results by what they mean. Throws UsageError when a file cannot be read, is no result, or
 * the two are not of a kind.
 */
export async function compareFiles(world: Pick<World, 'files'>, request: CompareRequest): Promise<CompareOutcome> {
  const before = await read(world, request.before);
  const after = await read(world, request.after);
  if ('findings' in before || 'findings' in after) {
    return { findings: [before, after].flatMap((side) => ('findings' in side ? side.findings : [])) };
  }
  const machines = { machines: request.machines, kernel: ASSUMED_MACHINE.kernel };
  const differences = differencesBetween({ before, after }, machines);
  if (differences === null) {
    throw new UsageError(
      `${request.before} is a ${before.kind} and ${request.after} is a ${after.kind}. Compare two profiles, two policies or two results.`,
    );
  }
  const names = { before: request.before, after: request.after };
  return { comparison: { kind: before.kind, ...names, basis: basisOf(before.kind, machines), differences } };
}

type Side = Comparable | { readonly findings: readonly Finding[] };

async function read(world: Pick<World, 'files'>, file: string): Promise<Side> {
  if (file === DOCKER_DEFAULT) return { kind: 'profile', profile: dockerDefault() };
  const text = await world.files.readText(file, SIZE_LIMIT);
  switch (kindOfFile(file, text)) {
    case 'profile':
      return readProfile(file, text);
    case 'policy':
      return readPolicy(world, file);
    case 'result':
      return resultOf(file, text);
  }
}

function readProfile(file: string, text: string): Side {
  const { profile, findings } = parseProfile(file, text);
  return profile === null ? { findings } : { kind: 'profile', profile };
}

/** A policy without tests can still be compared: that it has none is what a comparison is to tell. */
async function readPolicy(world: Pick<World, 'files'>, file: string): Promise<Side> {
  const { services, findings } = await load(world, file);
  const errors = findings.filter(({ rule, severity }) => severity === 'error' && rule !== 'no-tests');
  if (errors.length > 0) return { findings: errors };
  const compared = services.map(({ service, profile }) => ({ service, profile: profile?.profile ?? null }));
  return { kind: 'policy', services: compared };
}

function resultOf(file: string, text: string): Side {
  const read = readResult(text);
  if ('mistake' in read) throw new UsageError(`${file} is no result of tightfit: ${read.mistake}`);
  return { kind: 'result', result: read.result };
}
