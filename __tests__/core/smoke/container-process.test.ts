import { describe, expect, test } from '@jest/globals';
import { isProcessOfContainer } from '../../../src/core/smoke/container-process.js';

const ID = 'c0ffee'.repeat(10) + 'abcd';
const OTHER = 'decade'.repeat(10) + 'abcd';

/** Of a container of rootless Docker on cgroup v1. */
const MOUNTS = `690 612 0:55 / / rw,relatime - fuse.fuse-overlayfs fuse-overlayfs rw,user_id=0,group_id=0
712 690 254:0 /rl-home/.local/share/docker/containers/${ID}/resolv.conf /etc/resolv.conf rw,relatime - ext4 /dev/vda rw
`;

const NO_CGROUP = '9:name=systemd:/\n8:pids:/\n0::/\n';

describe('isProcessOfContainer', () => {
  test.each([
    ['its cgroup', { cgroup: `0::/system.slice/docker-${ID}.scope\n`, mountinfo: '' }],
    ['its files, Docker', { cgroup: NO_CGROUP, mountinfo: MOUNTS }],
    [
      'its files, Podman',
      {
        cgroup: NO_CGROUP,
        mountinfo: MOUNTS.replace(
          `docker/containers/${ID}/resolv.conf /etc/resolv.conf`,
          `overlay-containers/${ID}/userdata/hosts /etc/hosts`,
        ),
      },
    ],
  ])('by %s', (_, files) => {
    expect(isProcessOfContainer(files, ID)).toBe(true);
    expect(isProcessOfContainer(files, OTHER)).toBe(false);
  });

  test.each([
    ['nothing', { cgroup: '', mountinfo: '' }],
    ['a folder of that name elsewhere', { cgroup: NO_CGROUP, mountinfo: MOUNTS.replace(' /etc/resolv.conf', ' /srv') }],
  ])('not by %s', (_, files) => {
    expect(isProcessOfContainer(files, ID)).toBe(false);
  });

  test('not by an id that is none', () => {
    expect(isProcessOfContainer({ cgroup: NO_CGROUP, mountinfo: MOUNTS }, '.*')).toBe(false);
  });
});
