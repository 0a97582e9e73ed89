import { describe, expect, test } from '@jest/globals';
import { check } from '../../src/app/check.js';
import { givenImage, type GivenImage } from '../../src/app/given-images.js';
import type { CheckResult } from '../../src/core/result.js';
import { EnvironmentError, UsageError } from '../../src/core/errors.js';
import { fakeWorld } from '../support/fake-world.js';

const POLICY = `version: 1
services:
  web:
    build: { context: web, dockerfile: Dockerfile.web }
    tests: [{ name: answers, tcp: { port: 80 } }]
  cache:
    image: redis:8
    tests: [{ name: answers, tcp: { port: 80 } }]
`;

function checked(...images: readonly GivenImage[]): Promise<CheckResult> {
  const world = fakeWorld({
    files: { 'tightfit.yml': POLICY, 'web/Dockerfile.web': 'FROM scratch\n' },
    behave: () => ({}),
    buildFails: new EnvironmentError('it is not to be built', ''),
  });
  return check(world, {
    policyFile: 'tightfit.yml',
    services: [],
    images,
    timeout: 600_000,
    runId: 'r1',
    version: '0.0.0',
    signal: new AbortController().signal,
  });
}

describe('an image that is given to a run', () => {
  test.each([
    ['web=web:ci', { service: 'web', reference: 'web:ci' }],
    [' web = sha256:abc ', { service: 'web', reference: 'sha256:abc' }],
    ['a.b=registry:5000/x@sha256:1', { service: 'a.b', reference: 'registry:5000/x@sha256:1' }],
  ])('is read from %j', (text, image) => {
    expect(givenImage('--image', text)).toEqual(image);
  });

  test.each(['', 'web', '=web:ci', 'web=', 'web=a b'])('is refused when it is written as %j', (text) => {
    expect(() => givenImage('images', text)).toThrow(UsageError);
    expect(() => givenImage('images', text)).toThrow(`images: invalid value ${JSON.stringify(text)}`);
  });

  test('replaces the build of its service alone, and the result names both', async () => {
    const { services, findings } = await checked({ service: 'web', reference: 'web:ci' });
    expect(services.map(({ image }) => image)).toEqual([
      { id: 'web:ci', reference: 'web:ci, given to this run instead of build of web' },
      { id: 'redis:8', reference: 'redis:8' },
    ]);
    expect(findings.map(({ rule }) => rule)).not.toContain('build-failed');
  });

  test('replaces an image likewise; without it the policy counts', async () => {
    const { services } = await checked({ service: 'cache', reference: 'redis:9' });
    expect(services.map(({ image }) => image?.reference)).toEqual([
      undefined,
      'redis:9, given to this run instead of redis:8',
    ]);
  });

  test('is refused for a service that the policy lacks', async () => {
    await expect(checked({ service: 'wbe', reference: 'web:ci' })).rejects.toThrow(
      'tightfit.yml has no service "wbe". Did you mean web?',
    );
  });

  test('is refused when it is the second for one service', async () => {
    const twice = ['web:1', 'web:2'].map((reference) => ({ service: 'web', reference }));
    await expect(checked(...twice)).rejects.toThrow('service "web" is given two images');
  });
});
