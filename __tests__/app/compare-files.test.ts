import { describe, expect, test } from '@jest/globals';
import { compareFiles, type CompareOutcome } from '../../src/app/compare-files.js';
import { json } from '../../src/report/json.js';
import { fakeWorld } from '../support/fake-world.js';
import { result } from '../support/sample-results.js';

const FILES = {
  'a.json': '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["read"],"action":"SCMP_ACT_ALLOW"}]}',
  'bad.json': '{"defaultAction":"SCMP_ACT_NO"}',
  'a.yml': 'version: 1\nservices: { web: { image: a, tests: [{ name: t, tcp: 80 }] } }',
  'untested.yml': 'version: 1\nservices: { web: { image: a } }',
  'bad.yml': 'version: 1\nservice: {}',
  'result.json': json(result()),
  'no-result.json': '{"tool":{},"verdict":"tight"}',
};

function compare(before: string, after: string): Promise<CompareOutcome> {
  const world = fakeWorld({ files: FILES, behave: () => ({}) });
  return compareFiles(world, { before, after, machines: ['amd64'] });
}

describe('comparing files', () => {
  test.each([
    ['a.json', 'docker-default', 'profile', "resolved for amd64, Linux 6.1, Docker's default capabilities"],
    ['a.yml', 'a.yml', 'policy', "resolved for amd64, Linux 6.1, each service's own capabilities"],
    ['result.json', 'result.json', 'result', ''],
  ])('%s and %s are a %s each', async (before, after, kind, basis) => {
    expect(await compare(before, after)).toMatchObject({ comparison: { kind, before, after, basis } });
  });

  test('a policy that lost its tests is looser, not unreadable', async () => {
    expect(await compare('a.yml', 'untested.yml')).toMatchObject({
      comparison: { differences: [{ direction: 'looser', aspect: 'test', name: 't' }] },
    });
  });

  test.each([
    ['bad.json', 'a.json', 'profile-invalid'],
    ['a.yml', 'bad.yml', 'policy-invalid'],
  ])('what is wrong with %s or %s is told where it stands', async (before, after, rule) => {
    const outcome = await compare(before, after);
    expect('findings' in outcome ? outcome.findings.map((finding) => finding.rule) : []).toContain(rule);
  });

  test.each([
    [
      'a.json',
      'a.yml',
      'a.json is a profile and a.yml is a policy. Compare two profiles, two policies or two results.',
    ],
    ['result.json', 'no-result.json', 'no-result.json is no result of tightfit: it has no version'],
    ['gone.json', 'a.json', 'gone.json'],
  ])('%s and %s cannot be compared', async (before, after, message) => {
    await expect(compare(before, after)).rejects.toThrow(message);
  });
});
