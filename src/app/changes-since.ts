import { UsageError } from '../core/errors.js';
import { parsePolicy } from '../core/policy/parse.js';
import type { ImageSource, Service } from '../core/policy/policy.js';
import type { Incomparable, TreeComparison, World } from '../ports.js';
import { folderOf, joined, type Loaded, type LoadedService } from './load.js';
import { pathWithin } from './path-within.js';

/** For each service why it may differ from the base; `null` when it is the same. A reason may hold foreign text. */
export interface Changes {
  readonly reasons: ReadonlyMap<string, string | null>;
}

/** What to compare with. */
export interface Since {
  /** As git names it. */
  readonly base: string;
  readonly signal: AbortSignal;
}

/** A checkout beside its base, seen from the policy. */
interface Ground {
  readonly comparison: TreeComparison;
  readonly base: string;
  /** Absolute real path. */
  readonly folder: string;
}

/** By these git itself shows files differently, whether or not they differ. */
const RULES_OF_GIT = /(^|\/)\.git(attributes|modules)$/;

/** Compares the services of a policy, and every file they are made of, with those of a commit. What cannot be told counts as changed. */
export async function changesSince(
  { files, history }: Pick<World, 'files' | 'history'>,
  loaded: Loaded,
  { base, signal }: Since,
): Promise<Changes | Incomparable> {
  const folder = await files.realPath(folderOf(loaded.file));
  const comparison = await history.compare(folder, base, signal);
  if ('unknown' in comparison) return comparison;
  const ground = { comparison, base, folder };
  const place = pathWithin(comparison.root, `${folder}/${loaded.file.slice(loaded.file.lastIndexOf('/') + 1)}`);
  if (place === null) return { unknown: `${loaded.file} is not in the checkout at ${comparison.root}` };
  const general = generalReason(ground);
  const earlier = parsePolicy(loaded.file, (await comparison.textAt(place)) ?? '').policy?.services ?? [];
  const reasons = new Map<string, string | null>();
  for (const part of loaded.services) {
    const before = earlier.find(({ name }) => name === part.service.name);
    reasons.set(
      part.service.name,
      general ?? policyReason(part, before, ground) ?? (await fileReason(files, part, ground)),
    );
  }
  return { reasons };
}

function generalReason({ comparison, base }: Ground): string | null {
  const rules = comparison.changed.find((path) => RULES_OF_GIT.test(path));
  return rules === undefined ? null : `${rules} differs from ${base}, which may change any file`;
}

/** Written out, a service is what the policy says of it, without where. */
function policyReason(part: LoadedService, before: Service | undefined, { base }: Ground): string | null {
  const { service, replaced } = part;
  if (replaced !== undefined) return 'its image was given to this run, and what it was made of is unknown';
  if (before === undefined) return `the policy of ${base} has no such service`;
  return JSON.stringify(service) === JSON.stringify(before) ? null : `what the policy says of it differs from ${base}`;
}

async function fileReason(files: World['files'], part: LoadedService, ground: Ground): Promise<string | null> {
  for (const source of sourcesOf(part.service)) {
    for (const path of [`${ground.folder}/${source}`, await realPathOf(files, ground.folder, source)]) {
      const reason = path === null ? `${source} cannot be read` : reasonAt(path, ground);
      if (reason !== null) return reason;
    }
  }
  return null;
}

/** Everything of the checkout that a service is made of, relative to the policy's folder. */
function sourcesOf({ image, ready, tests, run }: Service): readonly string[] {
  const probes = [ready?.probe, ...tests.map(({ probe }) => probe)];
  const clients = probes.flatMap((probe) => (probe?.kind === 'client' ? [probe.image] : []));
  const { seccomp, volumes } = run;
  return [
    ...[image, ...clients].flatMap(buildSources),
    ...(seccomp.kind === 'file' ? [seccomp.path] : []),
    ...volumes.flatMap((volume) => (volume.kind === 'bind' ? [volume.source] : [])),
  ];
}

function buildSources(image: ImageSource): readonly string[] {
  if (image.kind === 'image') return [];
  const secrets = image.options.secrets.flatMap((secret) => (secret.kind === 'file' ? [secret.path] : []));
  return [image.context, joined(image.context, image.dockerfile), ...secrets];
}

/** A link on the way to a file may have changed, or the file. */
async function realPathOf(files: World['files'], folder: string, source: string): Promise<string | null> {
  try {
    return await files.resolveInside(folder, source);
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

function reasonAt(path: string, { comparison, base }: Ground): string | null {
  const place = pathWithin(comparison.root, path);
  if (place === null) return `${path} is not in the checkout`;
  const changed = comparison.changed.find((other) => overlap(place, other));
  if (changed !== undefined) return `${changed} differs from ${base}`;
  const unseen = comparison.uncompared.find((other) => overlap(place, other));
  return unseen === undefined ? null : `git does not track ${unseen}, so whether it differs cannot be told`;
}

/** Whether two places are the same or one is in the other. */
function overlap(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => (path === '' ? '' : `${path.replace(/\/$/, '')}/`));
  return a !== undefined && b !== undefined && (a.startsWith(b) || b.startsWith(a));
}
