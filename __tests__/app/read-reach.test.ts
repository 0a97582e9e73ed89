import { expect, test } from '@jest/globals';
import { check } from '../../src/app/check.js';
import type { ReachReport } from '../../src/core/reach/reach-report.js';
import { FAKE_ENGINE, fakeWorld } from '../support/fake-world.js';
import { sampleRecord, use } from '../support/sample-record.js';

const POLICY = `version: 1
services:
  web:
    image: web:1
    ready: { tcp: 80 }
    tests: [{ name: answers, tcp: { port: 80 } }]
`;

async function reachOn(arch: string): Promise<ReachReport | null> {
  const record = sampleRecord({ used: [use('read')], executed: [{ phase: 'service', path: '/usr/bin/web' }] });
  const world = fakeWorld({
    files: { 'tightfit.yml': POLICY },
    behave: () => ({}),
    records: () => record,
    describe: () => ({ ...FAKE_ENGINE, arch }),
  });
  const { services } = await check(world, {
    policyFile: 'tightfit.yml',
    services: [],
    timeout: 600_000,
    runId: 'r1',
    version: '0.0.0',
    signal: new AbortController().signal,
    reach: true,
  });
  return services[0]?.reach ?? null;
}

test('on arm64 no machine code is read, and the report says why', async () => {
  expect(await reachOn('arm64')).toEqual({
    reasons: ['machine code is read on amd64 only, and this engine is on arm64'],
    loadsMore: false,
    files: [],
    never: [],
    notExercised: [],
  });
});
