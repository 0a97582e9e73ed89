import { describe, expect, test } from '@jest/globals';
import { UsageError } from '../../../src/core/errors.js';
import { parseAddress } from '../../../src/adapters/docker/address.js';

describe('parseAddress', () => {
  test.each([
    ['unix:///run/x.sock', { kind: 'unix', url: 'unix:///run/x.sock', socketPath: '/run/x.sock' }],
    ['unix://', { kind: 'unix', url: 'unix:///var/run/docker.sock', socketPath: '/var/run/docker.sock' }],
    ['tcp://engine.test:2376', { kind: 'tcp', url: 'tcp://engine.test:2376', host: 'engine.test', port: 2376 }],
    ['tcp://engine.test', { kind: 'tcp', url: 'tcp://engine.test:2375', host: 'engine.test', port: 2375 }],
    ['127.0.0.1:2375', { kind: 'tcp', url: 'tcp://127.0.0.1:2375', host: '127.0.0.1', port: 2375 }],
    ['tcp://[::1]:99', { kind: 'tcp', url: 'tcp://[::1]:99', host: '::1', port: 99 }],
  ])('reads %s', (text, address) => {
    expect(parseAddress(text, 'DOCKER_HOST')).toEqual(address);
  });

  test('says that ssh is not supported, and what to do instead', () => {
    expect(() => parseAddress('ssh://me@far', 'DOCKER_HOST')).toThrow(UsageError);
    expect(() => parseAddress('ssh://me@far', 'DOCKER_HOST')).toThrow(
      /DOCKER_HOST is "ssh:\/\/me@far".*forward its socket/,
    );
  });

  test.each(['npipe:////./pipe/docker', 'fd://', 'tcp://', 'tcp://host:notaport', 'gopher://x'])(
    'refuses %s',
    (text) => {
      expect(() => parseAddress(text, 'DOCKER_HOST')).toThrow(UsageError);
    },
  );
});
