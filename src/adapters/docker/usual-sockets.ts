import { join } from 'node:path';
import type { Environment } from './cli.js';

/** Sockets that do not depend on the user's environment. */
export interface UsualSockets {
  readonly system: string;
  /** The private engine that `npm run demo` starts. */
  readonly ours: string;
  /** Podman's, of the whole machine. */
  readonly podman: string;
  /** The user's folder for sockets where XDG_RUNTIME_DIR does not name it. */
  readonly runtimeFolder: string;
}

/** The sockets of this machine. */
export function usualSockets(): UsualSockets {
  return {
    system: '/var/run/docker.sock',
    ours: '/run/tightfit/docker.sock',
    podman: '/run/podman/podman.sock',
    runtimeFolder: `/run/user/${process.getuid?.() ?? 0}`,
  };
}

/**
 * Where engines listen when nobody chose one, the likeliest first: Docker of the machine, rootless Docker, Docker Desktop, Colima,
 * Podman, our own.
 * https://docs.docker.com/engine/security/rootless/tips/, https://docs.docker.com/desktop/setup/install/linux/ (context),
 * https://github.com/abiosoft/colima/blob/main/docs/FAQ.md and
 * https://docs.podman.io/en/latest/markdown/podman-system-service.1.html
 */
export function socketsToTry(environment: Environment, usual: UsualSockets): readonly string[] {
  const { XDG_RUNTIME_DIR: runtime = '', HOME: home = '', COLIMA_HOME: colima = '' } = environment;
  const runtimes = [...(runtime === '' ? [] : [runtime]), usual.runtimeFolder];
  const atHome = (...path: readonly string[]): readonly string[] => (home === '' ? [] : [join(home, ...path)]);
  const sockets = [
    usual.system,
    ...runtimes.map((folder) => join(folder, 'docker.sock')),
    ...atHome('.docker', 'run', 'docker.sock'),
    ...atHome('.docker', 'desktop', 'docker.sock'),
    ...(colima === '' ? atHome('.colima', 'default', 'docker.sock') : [join(colima, 'default', 'docker.sock')]),
    ...runtimes.map((folder) => join(folder, 'podman', 'podman.sock')),
    usual.podman,
    usual.ours,
  ];
  return [...new Set(sockets)];
}
