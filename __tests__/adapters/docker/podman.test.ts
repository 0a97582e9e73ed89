import { describe, expect, test } from '@jest/globals';
import { podmanFacts } from '../../../src/adapters/docker/podman.js';
import { podmanVersion } from '../../../src/adapters/docker/podman-version.js';
import { signalNumber } from '../../../src/adapters/docker/signal-number.js';
import { EnvironmentError } from '../../../src/core/errors.js';

describe('podmanFacts', () => {
  test('reads what Podman 5.4 answers', () => {
    const info = {
      host: {
        cgroupManager: 'cgroupfs',
        ociRuntime: {
          name: 'crun',
          path: '/usr/bin/crun',
          version: 'crun version 1.21\ncommit: 10269840\nspec: 1.0.0',
        },
        security: {
          capabilities: 'CAP_CHOWN,CAP_SETUID',
          rootless: false,
          seccompProfilePath: '/usr/share/containers/seccomp.json',
        },
      },
    };
    expect(podmanFacts(info)).toEqual({
      rootless: false,
      defaultCapabilities: ['CHOWN', 'SETUID'],
      seccompProfile: '/usr/share/containers/seccomp.json',
      cgroupManager: 'cgroupfs',
      runtime: { name: 'crun', version: '1.21' },
      runtimePath: '/usr/bin/crun',
    });
  });

  test('reads the version of runc, which writes it in another form', () => {
    const info = { host: { ociRuntime: { name: 'runc', version: 'runc version 1.1.15+ds1\ncommit: 1.1.15' } } };
    expect(podmanFacts(info).runtime).toEqual({ name: 'runc', version: '1.1.15+ds1' });
  });
});

describe('podmanVersion', () => {
  const answer = (version: string): unknown => ({ Components: [{ Name: 'Podman Engine', Version: version }] });

  test.each(['5.4.2', '5.8.6-dev', '6.0.0'])('takes %s', (version) => {
    expect(podmanVersion(answer(version))).toBe(version);
  });

  test.each(['3.4.4', '4.9.3', '5.3.0', ''])('refuses %j', (version) => {
    expect(() => podmanVersion(answer(version))).toThrow(EnvironmentError);
    expect(() => podmanVersion(answer(version))).toThrow('Podman 5.4 or newer is needed');
  });

  test('knows another engine', () => {
    expect(podmanVersion({ Components: [{ Name: 'Engine', Version: '28.5.2' }] })).toBeNull();
  });
});

describe('signalNumber', () => {
  test.each([
    ['SIGTERM', 15],
    ['SIGKILL', 9],
    ['SIGRTMIN+3', 37],
    ['SIGRTMIN', 34],
    ['SIGRTMAX-1', 63],
    ['10', 10],
  ])('of %s is %i', (signal, number) => {
    expect(signalNumber(signal)).toBe(number);
  });

  test('of an unknown name is trouble', () => {
    expect(() => signalNumber('SIGNONE')).toThrow(EnvironmentError);
  });
});
