import { isInContainer } from './container-cgroup.js';

/** What /proc shows of a process. */
export interface ProcessFiles {
  /** Text of `/proc/<pid>/cgroup`. */
  readonly cgroup: string;
  /** Text of `/proc/<pid>/mountinfo`. */
  readonly mountinfo: string;
}

/**
 * Whether a process is a container's: its cgroup is the container's, or, where the engine may not make cgroups (rootless with cgroup
 * v1), one of the files that the engine mounts into every container comes from the container's own folder.
 * https://github.com/moby/moby/blob/v28.5.2/daemon/volumes_unix.go and
 * https://github.com/containers/podman/blob/v5.4.0/libpod/container_internal_common.go
 */
export function isProcessOfContainer({ cgroup, mountinfo }: ProcessFiles, container: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(container)) return false;
  const mounted = new RegExp(`^\\d+ \\d+ \\S+ \\S*/${container}/\\S* /etc/(?:resolv\\.conf|hostname|hosts) `, 'm');
  return isInContainer(cgroup, container) || mounted.test(mountinfo);
}
