import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { isInContainer } from '../../core/smoke/container-cgroup.js';
import { parseStat } from './proc-text.js';
import { readOrNothing } from './read-or-nothing.js';

/** Larger specifications are not read. */
const LARGEST = 4 * 1024 * 1024;

/**
 * The seccomp profile that the engine gave the runtime for a container, as JSON; `null` when it cannot be read. The process that
 * keeps the container, the parent of its init, knows the folder of the specification: containerd's shim works in it, conmon has it as
 * an argument. It is read as that process sees it, which may be in another mount namespace.
 * Sources: https://github.com/opencontainers/runtime-spec/blob/v1.2.1/bundle.md,
 * https://github.com/containerd/containerd/blob/v2.1.0/core/runtime/v2/binary.go (Start) and
 * https://github.com/containers/conmon/blob/v2.1.12/docs/conmon.8.md
 * @param proc the folder /proc; only root may follow its links
 * @param container the full id
 */
export function containerSeccomp(proc: string, container: string, initPid: number): string | null {
  const isMember = (): boolean => isInContainer(readOrNothing(join(proc, String(initPid), 'cgroup')), container);
  if (!isMember()) return null;
  const keeper = parseStat(readOrNothing(join(proc, String(initPid), 'stat')))?.parent ?? 0;
  const bundle = keeper === 0 ? null : bundleOf(join(proc, String(keeper)), container);
  const seccomp = bundle === null ? null : seccompIn(readSpecification(join(bundle, 'config.json')), container);
  return isMember() ? seccomp : null;
}

/** Where the keeper's own /proc folder shows the specification. */
function bundleOf(keeper: string, container: string): string | null {
  const words = readOrNothing(join(keeper, 'cmdline')).split('\0');
  if (!posix.basename(words[0] ?? '').startsWith('conmon')) return join(keeper, 'cwd');
  const bundle = words[words.indexOf('-b') + 1] ?? '';
  return words.includes('-b') && bundle.includes(`/${container}/`) ? join(keeper, 'root', bundle) : null;
}

/** Empty when there is no such file. Neither a pipe nor a device is waited for. */
function readSpecification(path: string): string {
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const { size } = fstatSync(file);
      return fstatSync(file).isFile() && size <= LARGEST ? readFileSync(file, 'utf8') : '';
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}

/** A specification is the container's when it puts it into a cgroup of that name, as every engine does. */
function seccompIn(text: string, container: string): string | null {
  const inexact: unknown[] = [];
  try {
    const specification: unknown = JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'number' && !Number.isSafeInteger(value)) inexact.push(value);
      return value;
    });
    const { linux } = Object(specification) as { readonly linux?: unknown };
    const { seccomp, cgroupsPath } = Object(linux) as { readonly seccomp?: unknown; readonly cgroupsPath?: unknown };
    const isIts = typeof cgroupsPath === 'string' && cgroupsPath.includes(container);
    return isIts && inexact.length === 0 && typeof seccomp === 'object' && seccomp !== null
      ? JSON.stringify(seccomp)
      : null;
  } catch {
    return null;
  }
}
