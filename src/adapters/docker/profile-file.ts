import { chown, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import type { Endpoint } from './address.js';

/**
 * Writes a seccomp profile where the engine can read it, hands its path to `use`, and removes it again: Podman takes a path, reads
 * it when it creates a container, and not again. Throws EnvironmentError for an engine that does not see this machine's files.
 * https://github.com/containers/podman/blob/v5.4.2/pkg/specgen/generate/config_linux_seccomp.go
 */
export async function withProfileFile<T>(
  engine: { readonly endpoint: Endpoint; readonly rootless: boolean },
  json: string,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const { address } = engine.endpoint;
  if (address.kind !== 'unix') {
    throw new EnvironmentError(
      `Podman at ${address.url} takes a seccomp profile only as a file of its own machine`,
      'Run tightfit on that machine, or use the default profile.',
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'tightfit-profile-'));
  try {
    const file = join(folder, 'seccomp.json');
    await writeFile(file, json, { mode: 0o600, flag: 'wx' });
    await giveTo(address.socketPath, [folder, file]);
    return await use(engine.rootless ? file : asSeenByRoot(file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Root who checks with another user's Podman lets that user read the profile. */
async function giveTo(socket: string, paths: readonly string[]): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(socket);
  for (const path of paths) await chown(path, uid, gid);
}

/** By way of this process, as a service may have mounts of its own. https://man7.org/linux/man-pages/man5/proc_pid_root.5.html */
function asSeenByRoot(path: string): string {
  return process.platform === 'linux' ? `/proc/${process.pid}/root${path}` : path;
}
