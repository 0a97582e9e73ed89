import { describe, expect, test } from '@jest/globals';
import { legacyForPodman } from '../../../src/adapters/docker/builder.js';
import { EnvironmentError } from '../../../src/core/errors.js';

const PODMAN = { version: { Components: [{ Name: 'Podman Engine', Version: '5.4.2' }] } };
const DOCKER = { version: { Components: [{ Name: 'Engine', Version: '28.5.2' }] } };

describe('what a build on Podman needs', () => {
  test('is the legacy builder, unless another one is chosen', () => {
    expect(legacyForPodman(PODMAN, { builder: null, network: 'default' })).toEqual({ DOCKER_BUILDKIT: '0' });
    expect(legacyForPodman(PODMAN, { builder: 'mine', network: 'none' })).toEqual({});
    expect(legacyForPodman(DOCKER, { builder: null, network: 'none' })).toEqual({});
  });

  test('is not there for a build without a network, which Podman would build with one', () => {
    expect(() => legacyForPodman(PODMAN, { builder: null, network: 'none' })).toThrow(EnvironmentError);
  });
});
