import { describe, expect, test } from '@jest/globals';
import { isInContainer } from '../../../src/core/smoke/container-cgroup.js';

const ID = '0123456789abcdef'.repeat(4);

describe('isInContainer', () => {
  test.each([
    ['cgroup v1', `12:memory:/docker/${ID}\n0::/system.slice\n`],
    ['cgroup v2', `0::/docker/${ID}\n`],
    ['cgroup v2 under systemd', `0::/system.slice/docker-${ID}.scope\n`],
    ['rootless', `0::/user.slice/user-1000.slice/user@1000.service/user.slice/docker-${ID}.scope\n`],
    ['Podman without systemd', `8:pids:/libpod_parent/libpod-${ID}\n`],
    ['Podman', `0::/machine.slice/libpod-${ID}.scope/container\n`],
    ['seen from another cgroup namespace', `0::/../../docker/${ID}\n`],
    ['under a path with a colon', `0::/a:b/${ID}\n`],
  ])('recognises a container on %s', (_, text) => {
    expect(isInContainer(text, ID)).toBe(true);
  });

  test.each([
    ['another container', `0::/docker/${ID.replace('0', '1')}\n`],
    ['a name that only holds the id', `0::/docker/x${ID}\n0::/docker/${ID}x\n`],
    ['conmon', `0::/machine.slice/libpod-conmon-${ID}.scope\n`],
    ['no container', '0::/\n'],
    ['nothing', ''],
  ])('does not take %s for it', (_, text) => {
    expect(isInContainer(text, ID)).toBe(false);
  });

  test.each(['', 'docker', ID.slice(0, 12), `${ID}\n`])('wants the full id, not %j', (id) => {
    expect(isInContainer(`0::/docker/${id}\n`, id)).toBe(false);
  });
});
