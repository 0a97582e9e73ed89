import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  capabilitiesOfAll,
  grantedCapabilities,
  isRoot,
  type CapabilityDeclaration,
} from '../../../src/core/capability/grant.js';
import { CAPABILITIES, DOCKER_DEFAULT_CAPABILITIES } from '../../../src/core/capability/names.js';

const PLAIN: CapabilityDeclaration = { capAdd: [], capDrop: [], user: null, noNewPrivileges: false };
const without = (...names: string[]): string[] => CAPABILITIES.filter((name) => !names.includes(name));

describe('the bounding set', () => {
  test('is the default where nothing is said', () => {
    expect(grantedCapabilities(PLAIN).bounding).toEqual(DOCKER_DEFAULT_CAPABILITIES);
  });

  test('has what is added to nothing', () => {
    const { bounding } = grantedCapabilities({ ...PLAIN, capDrop: ['ALL'], capAdd: ['SETUID', 'SETGID'] });
    expect(bounding).toEqual(['SETGID', 'SETUID']);
  });

  test('lacks what is dropped and has what is added, in bit order', () => {
    const { bounding } = grantedCapabilities({ ...PLAIN, capDrop: ['NET_RAW', 'MKNOD'], capAdd: ['SYS_TIME'] });
    expect(bounding).toEqual([
      'CHOWN',
      'DAC_OVERRIDE',
      'FOWNER',
      'FSETID',
      'KILL',
      'SETGID',
      'SETUID',
      'SETPCAP',
      'NET_BIND_SERVICE',
      'SYS_CHROOT',
      'SYS_TIME',
      'AUDIT_WRITE',
      'SETFCAP',
    ]);
  });

  test('keeps a capability that is dropped and added', () => {
    const { bounding } = grantedCapabilities({ ...PLAIN, capDrop: ['NET_RAW'], capAdd: ['NET_RAW'] });
    expect(bounding).toEqual(DOCKER_DEFAULT_CAPABILITIES);
  });

  test('is everything but the dropped ones when ALL is added, even those also added by name', () => {
    const { bounding } = grantedCapabilities({ ...PLAIN, capAdd: ['ALL', 'SYS_ADMIN'], capDrop: ['SYS_ADMIN'] });
    expect(bounding).toEqual(without('SYS_ADMIN'));
  });

  test('is everything when ALL is both added and dropped', () => {
    const { bounding } = grantedCapabilities({ ...PLAIN, capAdd: ['ALL'], capDrop: ['ALL'] });
    expect(bounding).toEqual(CAPABILITIES);
  });

  test('is what the engine takes ALL for', () => {
    const { bounding } = grantedCapabilities(
      { ...PLAIN, capAdd: ['ALL'], capDrop: ['KILL'] },
      {
        allCapabilities: ['CHOWN', 'KILL'],
      },
    );
    expect(bounding).toEqual(['CHOWN']);
  });

  test('never holds a capability that was dropped and not added', () => {
    const names = fc.subarray(['ALL' as const, ...CAPABILITIES]);
    fc.assert(
      fc.property(names, names, (capAdd, capDrop) => {
        const { bounding } = grantedCapabilities({ ...PLAIN, capAdd, capDrop });
        const wrong = bounding.filter((name) => capDrop.includes(name) && !capAdd.includes(name));
        expect(wrong).toEqual([]);
      }),
    );
  });
});

describe('the effective set', () => {
  test.each(['', 'root', '0', '0:0', 'root:root', '00'])('is the bounding set for %j', (user) => {
    expect(grantedCapabilities({ ...PLAIN, user }).effective).toEqual(DOCKER_DEFAULT_CAPABILITIES);
  });

  test.each(['1000', 'nginx', '101:0', 'rootless', '0x0'])('is empty for %j', (user) => {
    expect(isRoot(user)).toBe(false);
    expect(grantedCapabilities({ ...PLAIN, user }).effective).toEqual([]);
  });
});

/** Measured with Podman 5.4.2 and 5.8.6: the masks of /proc/PID/status. */
describe('Podman', () => {
  const PODMAN = {
    allCapabilities: CAPABILITIES,
    usualCapabilities: ['CHOWN', 'KILL', 'SETUID'],
    addedAreAmbient: true,
  } as const;

  test('has defaults of its own', () => {
    expect(grantedCapabilities({ ...PLAIN, user: '33' }, PODMAN)).toMatchObject({
      bounding: ['CHOWN', 'KILL', 'SETUID'],
      effective: [],
    });
  });

  test.each([false, true])('gives another user than root what is added, no-new-privileges %j', (noNewPrivileges) => {
    const granted = grantedCapabilities({ ...PLAIN, user: '33', capAdd: ['NET_RAW'], noNewPrivileges }, PODMAN);
    expect(granted.effective).toEqual(['NET_RAW']);
    expect(granted.bounding).toEqual(['CHOWN', 'KILL', 'SETUID', 'NET_RAW']);
  });

  test('gives another user than root everything for ALL', () => {
    expect(grantedCapabilities({ ...PLAIN, user: '33', capAdd: ['ALL'] }, PODMAN).effective).toEqual(CAPABILITIES);
  });
});

describe('what setuid programs can reach', () => {
  test('is the bounding set', () => {
    expect(grantedCapabilities({ ...PLAIN, user: '1000' }).reachable).toEqual(DOCKER_DEFAULT_CAPABILITIES);
  });

  test('is nothing more under no-new-privileges', () => {
    expect(grantedCapabilities({ ...PLAIN, user: '1000', noNewPrivileges: true }).reachable).toEqual([]);
  });
});

describe('capabilitiesOfAll', () => {
  test('stops at AUDIT_READ on Docker 20.10, whatever the engine itself has', () => {
    expect(capabilitiesOfAll(20, ['CHOWN'])).toEqual(without('PERFMON', 'BPF', 'CHECKPOINT_RESTORE'));
  });

  test("is the engine's own bounding set on later ones", () => {
    expect(capabilitiesOfAll(28, ['BPF', 'CHOWN'])).toEqual(['CHOWN', 'BPF']);
  });
});
