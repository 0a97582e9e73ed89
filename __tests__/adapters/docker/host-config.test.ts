import { describe, expect, test } from '@jest/globals';
import { hostConfig } from '../../../src/adapters/docker/host-config.js';
import { containerSpec } from '../../support/container-spec.js';

describe('hostConfig', () => {
  test('is nothing but what is written here', () => {
    expect(hostConfig(containerSpec())).toEqual({
      NetworkMode: 'b'.repeat(64),
      CgroupnsMode: 'private',
      IpcMode: 'private',
      CapAdd: [],
      CapDrop: ['ALL'],
      SecurityOpt: ['no-new-privileges=true'],
      ReadonlyRootfs: true,
      GroupAdd: [],
      Sysctls: {},
      Tmpfs: {},
      Mounts: [],
      Init: false,
      Memory: 134217728,
      MemorySwap: 134217728,
      NanoCpus: 1_000_000_000,
      PidsLimit: 64,
      Ulimits: [{ Name: 'nofile', Soft: 16384, Hard: 16384 }],
      OomScoreAdj: 500,
      LogConfig: { Type: 'json-file', Config: { 'max-size': '5m', 'max-file': '2' } },
      RestartPolicy: { Name: 'no' },
    });
  });

  const { confinement, limits } = containerSpec();

  test.each([
    [{ kind: 'default' } as const, ['no-new-privileges=true']],
    [{ kind: 'unconfined' } as const, ['no-new-privileges=true', 'seccomp=unconfined']],
    [{ kind: 'profile', json: '{"a":1}' } as const, ['no-new-privileges=true', 'seccomp={"a":1}']],
  ])('passes %o', (seccomp, options) => {
    expect(hostConfig(containerSpec({ confinement: { ...confinement, seccomp } })).SecurityOpt).toEqual(options);
  });

  test('passes an AppArmor profile and each part of a label', () => {
    const appArmor = { kind: 'profile', name: 'web' } as const;
    const label = { kind: 'parts', parts: { type: 'container_t', level: 's0:c1,c2' } } as const;
    const spec = containerSpec({ confinement: { ...confinement, appArmor, label } });
    expect(hostConfig(spec).SecurityOpt).toEqual([
      'no-new-privileges=true',
      'apparmor=web',
      'label=type:container_t',
      'label=level:s0:c1,c2',
    ]);
  });

  test('turns AppArmor and labels off', () => {
    const off = { ...confinement, appArmor: { kind: 'unconfined' }, label: { kind: 'disabled' } } as const;
    const { SecurityOpt } = hostConfig(containerSpec({ confinement: off }));
    expect(SecurityOpt).toEqual(['no-new-privileges=true', 'apparmor=unconfined', 'label=disable']);
  });

  test('says that new privileges are allowed, since an engine may forbid them by default', () => {
    const spec = containerSpec({ confinement: { ...confinement, noNewPrivileges: false } });
    expect(hostConfig(spec).SecurityOpt).toEqual(['no-new-privileges=false']);
  });

  test('mounts folders without propagation and without what is mounted in them', () => {
    const spec = containerSpec({ binds: [{ source: '/here/share', target: '/share', readOnly: true }] });
    expect(hostConfig(spec).Mounts).toEqual([
      {
        Type: 'bind',
        Source: '/here/share',
        Target: '/share',
        ReadOnly: true,
        BindOptions: { Propagation: 'rprivate', NonRecursive: true },
      },
    ]);
  });

  test('labels anonymous volumes', () => {
    expect(hostConfig(containerSpec({ anonymousVolumes: ['/data'] })).Mounts).toEqual([
      {
        Type: 'volume',
        Source: '',
        Target: '/data',
        ReadOnly: false,
        VolumeOptions: {
          NoCopy: false,
          Labels: { 'tightfit.run': 'sample' },
          DriverConfig: { Name: 'local', Options: {} },
        },
      },
    ]);
  });

  test.each([
    ['', 'size=134217728'],
    ['mode=1777', 'mode=1777,size=134217728'],
    ['size=64m,mode=1777', 'size=64m,mode=1777'],
  ])('limits a tmpfs with options "%s"', (options, expected) => {
    expect(hostConfig(containerSpec({ tmpfs: [{ path: '/run', options }] })).Tmpfs).toEqual({ '/run': expected });
  });

  test('keeps a limit of open files that was asked for', () => {
    const ulimits = [{ name: 'nofile', soft: 100, hard: 200 }];
    expect(hostConfig(containerSpec({ limits: { ...limits, ulimits } })).Ulimits).toEqual([
      { Name: 'nofile', Soft: 100, Hard: 200 },
    ]);
  });

  test('limits open files beside other limits', () => {
    const ulimits = [{ name: 'core', soft: 0, hard: 0 }];
    expect(hostConfig(containerSpec({ limits: { ...limits, ulimits } })).Ulimits.map(({ Name }) => Name)).toEqual([
      'core',
      'nofile',
    ]);
  });

  test('counts cpu time in billionths', () => {
    expect(hostConfig(containerSpec({ limits: { ...limits, cpus: 0.1 } })).NanoCpus).toBe(100_000_000);
  });
});
