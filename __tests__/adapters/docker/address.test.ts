import { describe, expect, test } from '@jest/globals';
import { UsageError } from '../../../src/core/errors.js';
import fc from 'fast-check';
import { parseAddress } from '../../../src/adapters/docker/address.js';
import { parseSshAddress, sshArguments } from '../../../src/adapters/docker/ssh-address.js';

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

  const SSH = { kind: 'ssh', user: null, port: null, socketPath: null };

  test.each([
    ['ssh://far', { ...SSH, host: 'far' }],
    ['ssh://me@far.test:2222', { ...SSH, user: 'me', host: 'far.test', port: 2222 }],
    [
      'ssh://me@[::1]:22/run/user/1000/docker.sock',
      { ...SSH, user: 'me', host: '::1', port: 22, socketPath: '/run/user/1000/docker.sock' },
    ],
    ['ssh://far/', { ...SSH, host: 'far' }],
  ])('reads %s', (url, address) => {
    expect(parseAddress(url, 'DOCKER_HOST')).toEqual({ ...address, url });
  });

  test.each([
    'ssh://',
    'ssh://-oProxyCommand=touch%20x',
    'ssh://-oProxyCommand=x@far',
    'ssh://me@-oProxyCommand=x',
    'ssh://far;id',
    'ssh://far/$(id)',
    'ssh://far/a b',
    'ssh://far:0',
    'ssh://far:99999',
    'ssh://far?x=y',
    'ssh://far\n-oProxyCommand=x',
  ])('refuses %j', (url) => {
    expect(() => parseAddress(url, 'DOCKER_HOST')).toThrow(UsageError);
  });

  test('does not repeat a password', () => {
    expect(() => parseAddress('ssh://me:s3cret@far', 'DOCKER_HOST')).toThrow(
      'invalid DOCKER_HOST "ssh://me:***@far": expected ssh://USER@HOST:PORT, without a password',
    );
  });

  test.each(['npipe:////./pipe/docker', 'fd://', 'tcp://', 'tcp://host:notaport', 'gopher://x'])(
    'refuses %s',
    (text) => {
      expect(() => parseAddress(text, 'DOCKER_HOST')).toThrow(UsageError);
    },
  );
});

describe('sshArguments', () => {
  const asked = (url: string): string => sshArguments(parseSshAddress(url, 'DOCKER_HOST')).join(' ');

  test('end the options before the host', () => {
    expect(asked('ssh://me@far:22/run/d.sock')).toBe(
      '-T -o ConnectTimeout=30 -o BatchMode=yes -l me -p 22 -- far docker --host unix:///run/d.sock system dial-stdio',
    );
    expect(asked('ssh://far')).toBe('-T -o ConnectTimeout=30 -o BatchMode=yes -- far docker system dial-stdio');
  });

  test('hold nothing of an address that a shell or ssh would read as anything else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        let args: readonly string[] = [];
        try {
          args = sshArguments(parseSshAddress(`ssh://${text}`, 'DOCKER_HOST'));
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
          return;
        }
        const end = args.indexOf('--');
        expect(args[end + 1]).toMatch(/^[\w:][\w.:-]*$/);
        for (const word of args.slice(end + 2)) expect(word).toMatch(/^[\w:/.+-]+$/);
      }),
    );
  });
});
