import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isServiceName, nameOfFolder, nameOfImage } from '../../../src/core/init/service-name.js';
import { parsePolicy } from '../../../src/core/policy/parse.js';

describe('a name made up for a service', () => {
  it.each([
    ['/home/me/My Shop', 'my-shop'],
    ['/', 'service'],
    ['/srv/_web_', 'web'],
  ])('of the folder %j is %j', (path, name) => {
    expect(nameOfFolder(path)).toBe(name);
  });

  it.each([
    ['registry.example:5000/team/web:1.2', 'web'],
    [`nginx@sha256:${'a'.repeat(64)}`, 'nginx'],
    ['postgres', 'postgres'],
  ])('of the image %j is %j', (reference, name) => {
    expect(nameOfImage(reference)).toBe(name);
  });

  it('is one that a policy takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(isServiceName(nameOfFolder(text))).toBe(true);
        expect(isServiceName(nameOfImage(text))).toBe(true);
      }),
    );
  });
});

it('takes for a name what a policy does', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-zA-Z0-9_.-]{0,70}$/)), (name) => {
      const policy = { version: 1, services: { [name]: { image: 'a', tests: [{ name: 'a', tcp: 1 }] } } };
      const { findings } = parsePolicy('tightfit.yml', JSON.stringify(policy));
      expect(isServiceName(name)).toBe(findings.length === 0);
    }),
  );
});
