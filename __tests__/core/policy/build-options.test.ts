import { describe, expect, test } from '@jest/globals';
import { buildOptionsText } from '../../../src/core/policy/build-options-text.js';
import { parsePolicy } from '../../../src/core/policy/parse.js';
import { PLAIN_BUILD } from '../../../src/core/policy/plain-build.js';
import type { BuildOptions } from '../../../src/core/policy/policy.js';

function policyWith(build: string): ReturnType<typeof parsePolicy> {
  return parsePolicy(
    'tightfit.yml',
    `version: 1\nservices:\n  web:\n    build: { context: ., ${build} }\n    tests: [{ name: answers, tcp: 80 }]\n`,
  );
}

function optionsOf(build: string): BuildOptions {
  const { policy, findings } = policyWith(build);
  expect(findings).toEqual([]);
  const image = policy?.services[0]?.image;
  return image?.kind === 'build' ? image.options : PLAIN_BUILD;
}

function mistakeIn(build: string): string {
  const { policy, findings } = policyWith(build);
  expect(policy).toBeNull();
  return findings.map(({ message, advice }) => `${message}. ${advice}`).join('\n');
}

describe('how an image is built', () => {
  test('is plain where nothing is said', () => {
    expect(optionsOf('target: x')).toEqual(PLAIN_BUILD);
    expect(buildOptionsText(PLAIN_BUILD)).toBe('');
  });

  test('is written in the words of Compose', () => {
    const options = optionsOf(
      'cache_from: ["type=gha,scope=web", "web:cache", "type=local,src=cache"], cache_to: "type=gha,mode=max", builder: ci, ' +
        'secrets: { npm: { environment: NPM_TOKEN }, key: { file: keys/key.pem } }, network: none',
    );
    expect(options).toEqual({
      cacheFrom: [
        { type: 'gha', attributes: [['scope', 'web']] },
        { type: 'registry', attributes: [['ref', 'web:cache']] },
        { type: 'local', attributes: [['src', 'cache']] },
      ],
      cacheTo: [{ type: 'gha', attributes: [['mode', 'max']] }],
      builder: 'ci',
      secrets: [
        { id: 'npm', kind: 'environment', variable: 'NPM_TOKEN' },
        { id: 'key', kind: 'file', path: 'keys/key.pem' },
      ],
      network: 'none',
    });
    expect(buildOptionsText(options)).toBe(
      'cache_from type=gha,scope=web, cache_from type=registry,ref=web:cache, cache_from type=local,src=cache, ' +
        'cache_to type=gha,mode=max, builder ci, secret npm of $NPM_TOKEN, secret key of keys/key.pem, network none',
    );
  });

  test.each([
    ['ssh: [default]', '"ssh" cannot be expressed: an SSH agent signs whatever'],
    ['privileged: true', '"privileged" cannot be expressed: the build would have the rights of the machine'],
    ['network: host', "a build in the host's network reaches every service that listens on the machine"],
    ['network: other', 'the network of a build is "other". Write default or none.'],
    ['cache_from: ["type=s3,bucket=x"]', 'has the type "s3", expected gha, local, registry'],
    ['cache_from: ["type=inline"]', 'has the type "inline", expected gha, local, registry'],
    [
      'cache_to: ["type=gha,token=t0ken"]',
      'the cache holds a credential, token, and a policy is public. Remove token.',
    ],
    ['cache_to: ["type=local"]', 'the local cache names no dest. Add dest=FOLDER.'],
    ['cache_to: ["type=local,dest=/tmp"]', '"/tmp" is an absolute path'],
    ['cache_from: ["type=local,src=../x"]', '"../x" leads out of the policy\'s folder'],
    ['secrets: { a: { file: /etc/shadow } }', '"/etc/shadow" is an absolute path'],
    ['secrets: { a: { environment: ACTIONS_RUNTIME_TOKEN } }', '"ACTIONS_RUNTIME_TOKEN" is the runner\'s own'],
    ['secrets: { a: { environment: INPUT_TOKEN } }', '"INPUT_TOKEN" is the runner\'s own'],
    ['secrets: { a: { environment: X, file: y } }', 'file, environment'],
    ['secrets: { "a,src=/etc/shadow": { environment: X } }', 'expected secrets named with letters'],
    ['builder: "--x"', 'expected the name of a builder'],
  ])('may not be %s', (build, words) => {
    expect(mistakeIn(build)).toContain(words);
  });

  test('a credential that is refused is not shown', () => {
    expect(mistakeIn('cache_to: ["type=gha,token=t0ken"]')).not.toContain('t0ken');
  });
});
