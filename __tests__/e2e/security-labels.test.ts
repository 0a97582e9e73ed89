import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { CheckResult } from '../../src/core/result.js';
import { tightfit } from '../support/cli.js';
import { docker, leftovers } from '../support/leftovers.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-labels-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

afterEach(() => {
  expect(leftovers()).toEqual([]);
});

async function check(option: string): Promise<{ readonly code: number; readonly result: CheckResult }> {
  const policy = `version: 1
services:
  box:
    image: debian:bookworm-slim
    run:
      user: "65534:65534"
      cap_drop: [ALL]
      security_opt: ["no-new-privileges:true", "${option}"]
      read_only: true
      pids_limit: 16
      mem_limit: 64m
      command: [sh, -c, 'echo up; trap "exit 0" TERM; sleep 600 & wait']
    ready: { log: { contains: up }, timeout: 20s }
    tests:
      - { name: it runs, exec: { command: ["true"] } }
`;
  const file = join(folder, 'tightfit.yml');
  writeFileSync(file, policy);
  const { code } = await tightfit(['check', file, '-q', '--report-dir', folder]);
  return { code, result: JSON.parse(readFileSync(join(folder, 'tightfit.json'), 'utf8')) as CheckResult };
}

/** Whether the engine confines its containers with a module. */
function uses(name: 'apparmor' | 'selinux'): boolean {
  return docker(['info', '--format', '{{.SecurityOptions}}']).includes(`name=${name}`);
}

describe('what a policy declares of AppArmor and SELinux', () => {
  it('is unjudged where the machine has no such profile', async () => {
    const { code, result } = await check('apparmor=tightfit-no-such-profile');
    const [finding] = result.findings.filter(({ rule }) => rule === 'security-label-not-in-force');
    expect({ code, verdict: result.verdict }).toEqual({ code: 2, verdict: 'unjudged' });
    expect(finding?.message).toMatch(uses('apparmor') ? /is not loaded on/ : /no container with AppArmor/);
  });

  it('is unjudged where the engine has no labels', async () => {
    const { result } = await check('label=type:container_t');
    const found = result.findings.some(({ rule }) => rule === 'security-label-not-in-force');
    expect(found).toBe(!uses('selinux'));
  });

  it('is in force everywhere when it is turned off', async () => {
    const { result } = await check('apparmor=unconfined');
    expect(result.services[0]?.declared?.works).toBe(true);
    expect(result.findings.map(({ rule }) => rule)).toContain('apparmor-unconfined');
    const labels = result.services[0]?.declared?.surroundings?.processes.map(({ label }) => label);
    const expected = uses('apparmor') ? { module: 'apparmor', profile: 'unconfined', mode: '' } : null;
    expect(labels).toContainEqual(expected);
  });
});
