import { UsageError } from '../core/errors.js';
import type { Finding } from '../core/finding.js';
import type { Fixable, FixableProfile, FixableResult } from '../core/fit/fixable.js';
import type { World } from '../ports.js';
import { folderOf, load, type LoadedService } from './load.js';

/** What is to be fixed, on the ground of which result. */
export interface FixRequest {
  readonly policyFile: string;
  /** Empty: all. */
  readonly services: readonly string[];
  readonly result: FixableResult;
}

/** Reads a policy and its profiles as they are now. Throws UsageError for a policy with mistakes and for unknown services. */
export async function loadFixable(world: Pick<World, 'files'>, request: FixRequest): Promise<Fixable> {
  const { policyFile, result } = request;
  const { files } = world;
  const text = await files.readText(policyFile, SIZE_LIMIT);
  const loaded = await load(world, policyFile);
  const mistake = loaded.findings.find(({ severity }) => severity === 'error');
  if (mistake !== undefined) throw new UsageError(describe(mistake));
  const policy = { file: policyFile, services: loaded.services.map(({ service }) => service) };
  const names = policy.services.map(({ name }) => name);
  const unknown = request.services.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`no service "${unknown}" in ${policyFile}. It has ${names.join(', ')}.`);
  return {
    policy,
    text,
    sha256: files.sha256(text),
    profiles: await profilesOf(world, policyFile, loaded.services),
    result,
    services: request.services.length === 0 ? names : request.services,
  };
}

/** Bytes. A policy has to be smaller. */
const SIZE_LIMIT = 4 * 1024 * 1024;

function describe({ message, advice, location }: Finding): string {
  const place = location === null ? '' : `${location.file}:${location.line}:${location.column}: `;
  return `${place}${message}. ${advice}`.trim();
}

async function profilesOf(
  { files }: Pick<World, 'files'>,
  policyFile: string,
  services: readonly LoadedService[],
): Promise<ReadonlyMap<string, FixableProfile>> {
  const profiles = new Map<string, FixableProfile>();
  for (const { service, profile } of services) {
    const { seccomp } = service.run;
    if (seccomp.kind !== 'file' || profile === null) continue;
    const path = await files.resolveInside(folderOf(policyFile), seccomp.path);
    profiles.set(service.name, { path, file: profile.profile.file, text: profile.text, sha256: profile.sha256 });
  }
  return profiles;
}
