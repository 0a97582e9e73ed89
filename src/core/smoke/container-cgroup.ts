/**
 * Whether a process is in a container's cgroup, by the text of its `/proc/<pid>/cgroup` (v1 and v2). A path's part is the
 * container's id, `<engine>-<id>.scope` under systemd, or Podman's `libpod-<id>` without. conmon, which starts a container for Podman,
 * has a cgroup of its own beside it. https://docs.kernel.org/admin-guide/cgroup-v2.html
 */
export function isInContainer(cgroupFile: string, container: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(container)) return false;
  return cgroupFile
    .split('\n')
    .flatMap((line) => line.split(':').slice(2).join(':').split('/'))
    .some((part) => [container, `libpod-${container}`].includes(part) || isScopeOf(container, part));
}

function isScopeOf(container: string, part: string): boolean {
  return part.endsWith(`-${container}.scope`) && !part.startsWith('libpod-conmon-');
}
