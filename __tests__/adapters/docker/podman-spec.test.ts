import { describe, expect, test } from '@jest/globals';
import { podmanSpec } from '../../../src/adapters/docker/podman-spec.js';
import { containerSpec } from '../../support/container-spec.js';

describe('podmanSpec', () => {
  test('asks for everything that Podman would choose otherwise', () => {
    expect(podmanSpec(containerSpec(), null)).toMatchObject({
      systemd: 'false',
      read_only_filesystem: true,
      read_write_tmpfs: false,
      cgroupns: { nsmode: 'private' },
      netns: { nsmode: 'bridge' },
      base_hosts_file: 'none',
      cap_add: [],
      cap_drop: ['ALL'],
      no_new_privileges: true,
      resource_limits: {
        memory: { limit: 128 * 1024 * 1024, swap: 128 * 1024 * 1024 },
        cpu: { quota: 100_000, period: 100_000 },
        pids: { limit: 64 },
      },
      r_limits: [{ type: 'nofile', soft: 16384, hard: 16384 }],
      oom_score_adj: 500,
    });
  });

  test('says AppArmor and SELinux in fields of their own', () => {
    const { confinement } = containerSpec();
    const label = { kind: 'parts', parts: { type: 'web_t', level: 's0' } } as const;
    const spec = containerSpec({ confinement: { ...confinement, appArmor: { kind: 'profile', name: 'web' }, label } });
    expect(podmanSpec(spec, null)).toMatchObject({ apparmor_profile: 'web', selinux_opts: ['type:web_t', 'level:s0'] });
  });

  test('leaves to the image what is not said', () => {
    const said = Object.keys(podmanSpec(containerSpec({ command: null }), null));
    for (const name of ['entrypoint', 'command', 'work_dir', 'user', 'stop_signal', 'seccomp_profile_path']) {
      expect(said).not.toContain(name);
    }
  });

  test('says what is said', () => {
    const spec = containerSpec({ entrypoint: ['/entry'], workingDir: '/srv', user: '33', stopSignal: 'SIGQUIT' });
    expect(podmanSpec(spec, '/profile.json')).toMatchObject({
      entrypoint: ['/entry'],
      work_dir: '/srv',
      user: '33',
      stop_signal: 3,
      seccomp_profile_path: '/profile.json',
    });
  });

  test.each([
    ['', ['noexec', 'nosuid', 'nodev', 'size=134217728', 'notmpcopyup']],
    ['exec,size=1m,mode=1777', ['nosuid', 'nodev', 'exec', 'size=1m', 'mode=1777', 'notmpcopyup']],
  ])('mounts a tmpfs with %j as Docker does', (options, mounted) => {
    expect(podmanSpec(containerSpec({ tmpfs: [{ path: '/run', options }] }), null).mounts).toEqual([
      { type: 'tmpfs', source: 'tmpfs', destination: '/run', options: mounted },
    ]);
  });

  test('mounts folders and anonymous volumes', () => {
    const binds = [{ source: '/srv/share', target: '/share', readOnly: true }];
    const { mounts, volumes } = podmanSpec(containerSpec({ binds, anonymousVolumes: ['/data'] }), null);
    expect(mounts).toEqual([
      { type: 'bind', source: '/srv/share', destination: '/share', options: ['ro', 'bind', 'rprivate'] },
    ]);
    expect(volumes).toEqual([{ Name: '', Dest: '/data', Options: ['rw'], IsAnonymous: true }]);
  });
});
