import { UsageError } from '../core/errors.js';
import { looksLikeProfile, serviceOfProfile } from '../core/lint/profile-alone.js';
import { parseProfile } from '../core/seccomp/parse-profile.js';
import type { World } from '../ports.js';
import { load, SIZE_LIMIT, type Loaded } from './load.js';

/** A policy as `load` reads it, or a seccomp profile alone as a policy of one service with Docker's defaults. */
export async function loadLintable(world: Pick<World, 'files'>, file: string): Promise<Loaded> {
  const text = await textOf(world, file);
  return text !== null && looksLikeProfile(text) ? profileAlone(world, file, text) : load(world, file);
}

/** `null` when it cannot be read, which `load` has words for. */
async function textOf({ files }: Pick<World, 'files'>, file: string): Promise<string | null> {
  return files.readText(file, SIZE_LIMIT).catch((error: unknown) => {
    if (error instanceof UsageError) return null;
    throw error;
  });
}

function profileAlone({ files }: Pick<World, 'files'>, file: string, text: string): Loaded {
  const service = serviceOfProfile(file);
  const parsed = parseProfile(file, text);
  const sha256 = files.sha256(text);
  const profile = parsed.profile === null ? null : { profile: parsed.profile, text, sha256 };
  const findings = parsed.findings.map((finding) => ({ ...finding, service: service.name }));
  const part = { service, profile, dockerfile: null, bindSources: [], isAlone: true as const };
  return { file, sha256, services: [part], findings, count: findings.length };
}
