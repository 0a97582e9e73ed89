import { UsageError } from '../core/errors.js';
import type { Finding, Location } from '../core/finding.js';
import { dockerfileFacts, type DockerfileFacts } from '../core/image/dockerfile.js';
import { parsePolicy } from '../core/policy/parse.js';
import type { ImageSource, Policy, Service } from '../core/policy/policy.js';
import { parseProfile } from '../core/seccomp/parse-profile.js';
import type { Profile } from '../core/seccomp/profile.js';
import type { World } from '../ports.js';
import { unreadableFinding } from './trouble.js';

/** The largest policy, profile or Dockerfile that is read, in bytes. */
export const SIZE_LIMIT = 1024 * 1024;

/** Loading needs nothing of the world but its files. */
type Reader = Pick<World, 'files'>;

/** A policy with everything it names, or the findings that say what is wrong with it. */
export interface Loaded {
  readonly file: string;
  /** Of the policy file; `null` when it cannot be read. */
  readonly sha256: string | null;
  readonly services: readonly LoadedService[];
  readonly findings: readonly Finding[];
  /** Findings in all, more than are listed when a policy has very many. */
  readonly count: number;
}

export interface LoadedService {
  readonly service: Service;
  /** `null` unless the policy names a file and it is a profile. */
  readonly profile: LoadedProfile | null;
  /** What its Dockerfile says; `null` without one. */
  readonly dockerfile: DockerfileFacts | null;
  /** Absolute folders, one for each bind volume, in order. */
  readonly bindSources: readonly string[];
  /** What the policy says of its image, where this run uses another. */
  readonly replaced?: ImageSource;
  /** There is no policy, only a profile: nothing is known of how the service is run. */
  readonly isAlone?: true;
}

export interface LoadedProfile {
  readonly profile: Profile;
  /** As the file holds it: what is handed to the engine. */
  readonly text: string;
  readonly sha256: string;
}

/** Reads a policy and the files it names. A mistake is a finding, never an exception. */
export async function load(world: Reader, file: string): Promise<Loaded> {
  const source = await readable(world, file, { file, line: 1, column: 1 });
  if (typeof source !== 'string') return { file, sha256: null, services: [], findings: [source], count: 1 };
  const { policy, findings, count } = parsePolicy(file, source);
  const sha256 = world.files.sha256(source);
  if (policy === null) return { file, sha256, services: [], findings, count };
  const parts = await loadServices(world, policy);
  const later = parts.flatMap((part) => part.findings);
  return {
    file,
    sha256,
    services: parts.map((part) => part.loaded),
    findings: [...findings, ...later],
    count: count + later.length,
  };
}

/** The folder that all paths of a policy are relative to. */
export function folderOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash === -1 ? '.' : file.slice(0, Math.max(1, slash));
}

interface Part {
  readonly loaded: LoadedService;
  readonly findings: readonly Finding[];
}

async function loadServices(world: Reader, policy: Policy): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const service of policy.services) parts.push(await loadService(world, policy.file, service));
  return parts;
}

async function loadService(world: Reader, policyFile: string, service: Service): Promise<Part> {
  const folder = folderOf(policyFile);
  const profile = await loadProfile(world, folder, service);
  const binds = await resolveBinds(world, folder, service);
  const dockerfile = await loadDockerfile(world, folder, service);
  return {
    loaded: { service, profile: profile.loaded, dockerfile, bindSources: binds.sources },
    findings: [...profile.findings, ...binds.findings],
  };
}

async function loadProfile(
  world: Reader,
  folder: string,
  service: Service,
): Promise<{ loaded: LoadedProfile | null; findings: readonly Finding[] }> {
  const { seccomp } = service.run;
  if (seccomp.kind !== 'file') return { loaded: null, findings: [] };
  const place = service.at('run', 'security_opt');
  const resolved = await inside(world, { folder, path: seccomp.path }, place);
  if (typeof resolved !== 'string') return { loaded: null, findings: [ofService(resolved, service)] };
  const text = await readable(world, resolved, place);
  if (typeof text !== 'string') return { loaded: null, findings: [ofService(text, service)] };
  const { profile, findings } = parseProfile(joined(folder, seccomp.path), text);
  const named = findings.map((finding) => ofService(finding, service));
  if (profile === null) return { loaded: null, findings: named };
  return { loaded: { profile, text, sha256: world.files.sha256(text) }, findings: named };
}

async function resolveBinds(
  world: Reader,
  folder: string,
  service: Service,
): Promise<{ sources: readonly string[]; findings: readonly Finding[] }> {
  const sources: string[] = [];
  const findings: Finding[] = [];
  for (const [index, volume] of service.run.volumes.entries()) {
    if (volume.kind !== 'bind') continue;
    const place = service.at('run', 'volumes', index);
    const resolved = await inside(world, { folder, path: volume.source }, place);
    if (typeof resolved === 'string') sources.push(resolved);
    else findings.push(ofService(resolved, service));
  }
  return { sources, findings };
}

/** A Dockerfile that cannot be read is left to the build, whose words say more. */
async function loadDockerfile({ files }: Reader, folder: string, service: Service): Promise<DockerfileFacts | null> {
  const { image } = service;
  if (image.kind !== 'build') return null;
  const path = joined(image.context, image.dockerfile);
  try {
    const text = await files.readText(await files.resolveInside(folder, path), SIZE_LIMIT);
    return dockerfileFacts({ file: joined(folder, path), text, target: image.target, args: image.args });
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

/** Two parts of a path, the first left out when it is the current folder. */
export function joined(folder: string, path: string): string {
  return folder === '.' || folder === './' ? path : `${folder.replace(/\/+$/, '')}/${path}`;
}

async function readable({ files }: Reader, path: string, place: Location): Promise<string | Finding> {
  return unreadableAsFinding(() => files.readText(path, SIZE_LIMIT), place);
}

async function inside(
  { files }: Reader,
  { folder, path }: { readonly folder: string; readonly path: string },
  place: Location,
): Promise<string | Finding> {
  return unreadableAsFinding(() => files.resolveInside(folder, path), place);
}

async function unreadableAsFinding(read: () => Promise<string>, location: Location): Promise<string | Finding> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return unreadableFinding(error, null, location);
  }
}

function ofService(finding: Finding, { name }: Service): Finding {
  return { ...finding, service: name };
}
