import { describe, expect, test } from '@jest/globals';
import { assertCreatedConfined } from '../../../src/adapters/docker/assert-confined.js';
import { inDockerForm } from '../../../src/adapters/docker/podman-inspect.js';
import { EnvironmentError, InternalError } from '../../../src/core/errors.js';
import type { ContainerSpec } from '../../../src/ports.js';
import { containerSpec } from '../../support/container-spec.js';
import { podmanAnswer } from '../../support/podman-answer.js';

const { confinement } = containerSpec();
const SPEC = containerSpec({
  binds: [{ source: '/srv/share', target: '/share', readOnly: true }],
  anonymousVolumes: ['/data'],
  tmpfs: [{ path: '/run', options: '' }],
  groupAdd: ['27'],
  sysctls: { 'net.core.somaxconn': '128' },
  confinement: { ...confinement, capAdd: ['CHOWN'] },
});

function check(answer: unknown, spec: ContainerSpec = SPEC): () => void {
  return () => {
    assertCreatedConfined(inDockerForm(answer, spec, ['CHOWN']), spec);
  };
}

describe('what Podman says of a container', () => {
  test('is as asked', () => {
    expect(check(podmanAnswer(SPEC))).not.toThrow();
  });

  test.each([
    { kind: 'unconfined' } as const,
    { kind: 'default' } as const,
    { kind: 'profile', json: '{"a":1}' } as const,
  ])('is as asked with seccomp %j, of which it says nothing', (seccomp) => {
    const spec = { ...SPEC, confinement: { ...SPEC.confinement, seccomp } };
    expect(check(podmanAnswer(spec), spec)).not.toThrow();
  });

  test('may have fewer capabilities', () => {
    expect(check({ ...podmanAnswer(SPEC), BoundingCaps: [] })).not.toThrow();
  });

  test('may have volumes that the image declares', () => {
    const answer = podmanAnswer({ ...SPEC, anonymousVolumes: ['/data', '/var/cache'] });
    expect(check(answer)).not.toThrow();
  });

  test.each([
    ['PidMode', { PidMode: 'host' }],
    ['UTSMode', { UTSMode: 'host' }],
    ['IpcMode', { IpcMode: 'shareable' }],
    ['CgroupnsMode', { CgroupMode: 'host' }],
    ['CgroupParent', { CgroupParent: '/other' }],
    ['NetworkMode', { NetworkMode: 'host' }],
    ['UsernsMode', { UsernsMode: 'host' }],
    ['Privileged', { Privileged: true }],
    ['SecurityOpt', { SecurityOpt: [] }],
    ['SecurityOpt', { SecurityOpt: ['no-new-privileges', 'unmask=all'] }],
    ['SecurityOpt', { SecurityOpt: ['no-new-privileges', 'label=disable'] }],
    ['SecurityOpt', { SecurityOpt: ['no-new-privileges', 'seccomp=unconfined'] }],
    ['Binds', { Binds: ['/etc:/etc'] }],
    ['Annotations', { Annotations: { 'run.oci.keep_original_groups': '1' } }],
    ['ReadonlyRootfs', { ReadonlyRootfs: false }],
    ['Tmpfs', { Tmpfs: { '/run': 'rw', '/tmp': 'rw' } }],
    ['GroupAdd', { GroupAdd: ['27', '0'] }],
    ['Devices', { Devices: [{ PathOnHost: '/dev/sda' }] }],
    ['PortBindings', { PortBindings: { '80/tcp': [{ HostPort: '80' }] } }],
  ])('is refused for its %s', (name, hostConfig) => {
    expect(check(podmanAnswer(SPEC, hostConfig))).toThrow(InternalError);
    expect(check(podmanAnswer(SPEC, hostConfig))).toThrow(new RegExp(`created as asked: ${name}$`));
  });

  test.each([
    ['CapAdd', { BoundingCaps: ['CAP_CHOWN', 'CAP_SYS_ADMIN'] }],
    ['NetworkMode', { NetworkSettings: { Networks: { other: { NetworkID: 'e'.repeat(64) } } } }],
    ['NetworkMode', { NetworkSettings: { Networks: { [SPEC.network]: {}, other: {} } } }],
  ])('is refused for its %s, told elsewhere', (name, changes) => {
    expect(check({ ...podmanAnswer(SPEC), ...changes })).toThrow(new RegExp(`created as asked: ${name}$`));
  });

  test('may not be of another image', () => {
    const answer = { ...podmanAnswer(SPEC), Image: 'd'.repeat(64) };
    expect(check(answer)).toThrow(`the engine made it from sha256:${'d'.repeat(64)}`);
  });

  test('names the limits that are not set', () => {
    const answer = podmanAnswer(SPEC, { Memory: 0, PidsLimit: 0 });
    expect(check(answer)).toThrow(EnvironmentError);
    expect(check(answer)).toThrow('Memory, PidsLimit');
  });
});
