import { describe, expect, test } from '@jest/globals';
import { assertConfined, assertCreatedConfined } from '../../../src/adapters/docker/assert-confined.js';
import { hostConfig, type HostConfig } from '../../../src/adapters/docker/host-config.js';
import { EnvironmentError, InternalError } from '../../../src/core/errors.js';
import { containerSpec } from '../../support/container-spec.js';

const SPEC = containerSpec({
  binds: [{ source: '/work/share', target: '/share', readOnly: true }],
  anonymousVolumes: ['/data'],
  tmpfs: [{ path: '/run', options: '' }],
  groupAdd: ['27'],
  sysctls: { 'net.core.somaxconn': '128' },
});

/** Options that open a container, one by one: name and a value that an engine would take. */
const OPEN: readonly (readonly [string, unknown])[] = [
  ['Privileged', true],
  ['NetworkMode', 'host'],
  ['NetworkMode', 'container:other'],
  ['NetworkMode', 'bridge'],
  ['PidMode', 'host'],
  ['PidMode', 'container:other'],
  ['UTSMode', 'host'],
  ['UsernsMode', 'host'],
  ['IpcMode', 'host'],
  ['IpcMode', 'shareable'],
  ['IpcMode', 'container:other'],
  ['CgroupnsMode', 'host'],
  ['Cgroup', 'container:other'],
  ['CgroupParent', '/'],
  ['Binds', ['/etc:/etc']],
  ['VolumesFrom', ['other']],
  ['VolumeDriver', 'nfs'],
  ['Devices', [{ PathOnHost: '/dev/sda', PathInContainer: '/dev/sda', CgroupPermissions: 'rwm' }]],
  ['DeviceRequests', [{ Driver: 'nvidia', Count: -1 }]],
  ['DeviceCgroupRules', ['a *:* rwm']],
  ['PortBindings', { '80/tcp': [{ HostPort: '80' }] }],
  ['PublishAllPorts', true],
  ['Links', ['other:alias']],
  ['ExtraHosts', ['host:host-gateway']],
  ['StorageOpt', { size: '1T' }],
  ['Annotations', { 'run.oci.keep_original_groups': '1' }],
  ['OomKillDisable', true],
  ['OomScoreAdj', -1000],
  ['AutoRemove', true],
  ['RestartPolicy', { Name: 'always' }],
  ['MaskedPaths', []],
  ['ReadonlyPaths', []],
  ['CapAdd', ['SYS_ADMIN']],
  ['CapDrop', []],
  ['SecurityOpt', []],
  ['SecurityOpt', ['no-new-privileges=false']],
  ['SecurityOpt', ['no-new-privileges=true', 'seccomp=unconfined']],
  ['SecurityOpt', ['no-new-privileges=true', 'apparmor=unconfined']],
  ['SecurityOpt', ['no-new-privileges=true', 'label=disable']],
  ['SecurityOpt', ['no-new-privileges=true', 'systempaths=unconfined']],
  ['ReadonlyRootfs', false],
  ['GroupAdd', ['27', '0']],
  ['Sysctls', { 'net.core.somaxconn': '128', 'kernel.shm_rmid_forced': '0' }],
  ['Sysctls', {}],
  ['Tmpfs', { '/run': '', '/proc': '' }],
  ['Mounts', []],
  ['Mounts', [{ Type: 'bind', Source: '/', Target: '/host', ReadOnly: false }]],
];

const withOption = (name: string, value: unknown): HostConfig => ({ ...hostConfig(SPEC), [name]: value });

describe('assertConfined', () => {
  test('accepts what is asked for', () => {
    expect(() => {
      assertConfined(hostConfig(SPEC), SPEC, ['/run/docker.sock']);
    }).not.toThrow();
  });

  test.each(OPEN)('refuses %s %j', (name, value) => {
    const check = (): void => {
      assertConfined(withOption(name, value), SPEC, []);
    };
    expect(check).toThrow(InternalError);
    expect(check).toThrow(new RegExp(`break its confinement: ${name}(,|$)`));
  });

  test.each([
    ['Memory', 0],
    ['MemorySwap', -1],
    ['PidsLimit', -1],
    ['NanoCpus', 0],
    ['LogConfig', { Type: 'json-file', Config: {} }],
    ['Runtime', 'kata'],
    ['Isolation', 'process'],
  ])('refuses %s %j', (name, value) => {
    expect(() => {
      assertConfined(withOption(name, value), SPEC, []);
    }).toThrow(new RegExp(`: .*${name}`));
  });

  test.each([
    ['/run/docker.sock', '/run/docker.sock'],
    ['/run', '/run/docker.sock'],
    ['/', '/run/user/1000/docker.sock'],
  ])('refuses to mount %s, which reaches %s', (source, socket) => {
    const spec = containerSpec({ binds: [{ source, target: '/x', readOnly: true }] });
    expect(() => {
      assertConfined(hostConfig(spec), spec, [socket]);
    }).toThrow('break its confinement: Mounts');
  });

  test('does not take a name that only begins alike for the same folder', () => {
    const spec = containerSpec({ binds: [{ source: '/run/dock', target: '/x', readOnly: true }] });
    expect(() => {
      assertConfined(hostConfig(spec), spec, ['/run/docker.sock']);
    }).not.toThrow();
  });
});

/** What Docker 20.10 says about the container, shortened. */
function inspected(options: object = {}, rest: object = {}): object {
  return {
    Image: SPEC.imageId,
    HostConfig: {
      ...hostConfig(SPEC),
      CapDrop: ['ALL'],
      CapAdd: null,
      Privileged: false,
      PidMode: '',
      Binds: null,
      Devices: [],
      PortBindings: {},
      MaskedPaths: ['/proc/kcore'],
      ...options,
    },
    Mounts: [
      { Type: 'bind', Source: '/work/share', Destination: '/share', RW: false },
      { Type: 'volume', Name: 'f00', Source: '/var/lib/docker/x', Destination: '/data', Driver: 'local', RW: true },
    ],
    ...rest,
  };
}

describe('assertCreatedConfined', () => {
  test('accepts what was asked for', () => {
    expect(() => {
      assertCreatedConfined(inspected(), SPEC);
    }).not.toThrow();
  });

  test.each(OPEN)('refuses %s %j', (name, value) => {
    const check = (): void => {
      assertCreatedConfined(inspected({ [name]: value }), SPEC);
    };
    expect(check).toThrow(InternalError);
    expect(check).toThrow(new RegExp(`not created as asked: ${name}$`));
  });

  test('accepts capabilities with their prefix, and labels that a security module adds', () => {
    const spec = containerSpec({ confinement: { ...SPEC.confinement, capAdd: ['SETUID'] } });
    const config = {
      ...hostConfig(spec),
      CapAdd: ['CAP_SETUID'],
      SecurityOpt: ['no-new-privileges=true', 'label=level:s0'],
    };
    expect(() => {
      assertCreatedConfined({ Image: spec.imageId, HostConfig: config }, spec);
    }).not.toThrow();
  });

  test('refuses another image', () => {
    expect(() => {
      assertCreatedConfined(inspected({}, { Image: 'sha256:other' }), SPEC);
    }).toThrow(
      new EnvironmentError(
        `container ${SPEC.name} was to be made from image ${SPEC.imageId}, and the engine made it from sha256:other`,
        '',
      ),
    );
  });

  test.each([
    [{ Type: 'bind', Source: '/', Destination: '/share', RW: false }],
    [{ Type: 'bind', Source: '/work/share', Destination: '/elsewhere', RW: false }],
    [{ Type: 'bind', Source: '/work/share', Destination: '/share', RW: true }],
    [{ Type: 'volume', Source: '/x', Destination: '/data', Driver: 'nfs', RW: true }],
    [{ Type: 'tmpfs', Destination: '/elsewhere' }],
    [{ Type: 'npipe' }],
  ])('refuses the mount %j', (mount) => {
    expect(() => {
      assertCreatedConfined(inspected({}, { Mounts: [mount] }), SPEC);
    }).toThrow('as asked: Mounts');
  });

  test.each(['Memory', 'PidsLimit', 'NanoCpus'])('says that the engine does not enforce %s', (name) => {
    const check = (): void => {
      assertCreatedConfined(inspected({ [name]: 0 }), SPEC);
    };
    expect(check).toThrow(EnvironmentError);
    expect(check).toThrow(`limits of a container: ${name}`);
  });

  test('refuses what is no answer', () => {
    expect(() => {
      assertCreatedConfined(null, SPEC);
    }).toThrow(InternalError);
  });
});
