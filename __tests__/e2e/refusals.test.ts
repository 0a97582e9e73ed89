import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CheckResult } from '../../src/core/result.js';
import { tightfit } from '../support/cli.js';
import { leftovers } from '../support/leftovers.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-refusals-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The seccomp article's example: everything is allowed but changing a file's mode. */
function profile(action: string): string {
  return JSON.stringify({
    defaultAction: 'SCMP_ACT_ALLOW',
    syscalls: [{ names: ['chmod', 'fchmodat', 'fchmodat2'], action }],
  });
}

const POLICY = `version: 1
services:
  chmod:
    image: debian:bookworm-slim
    run:
      command: [sh, -c, "trap 'exit 0' TERM; touch /tmp/f; chmod 400 /tmp/f && echo changed; sleep 60 & wait"]
      cap_drop: [ALL]
      user: "1000:1000"
      security_opt: ["no-new-privileges:true", "seccomp:profile.json"]
      read_only: true
      tmpfs: ["/tmp:mode=1777"]
      pids_limit: 16
      mem_limit: 64m
    tests:
      - name: the mode is changed
        log: { present: changed }
        timeout: 3s
`;

async function checkWith(action: string): Promise<{ code: number; text: string; result: CheckResult }> {
  writeFileSync(join(folder, 'tightfit.yml'), POLICY);
  writeFileSync(join(folder, 'profile.json'), profile(action));
  const { code, stdout } = await tightfit(['check', join(folder, 'tightfit.yml'), '-q', '--report-dir', folder]);
  return { code, text: stdout, result: JSON.parse(readFileSync(join(folder, 'tightfit.json'), 'utf8')) as CheckResult };
}

describe('a service that is refused a call it needs', () => {
  it.each([
    ['SCMP_ACT_ERRNO', /EPERM/],
    ['SCMP_ACT_TRAP', /SIGSYS|trap/i],
    ['SCMP_ACT_KILL', /SIGSYS|kill/i],
  ])('under %s learns which call, by which process, with which answer', async (action, answer) => {
    const { code, text, result } = await checkWith(action);
    expect(text).toContain('tightfit: chmod: broken');
    expect(code).toBe(1);
    const [explained] = result.findings.filter(({ rule }) => rule === 'refused-at-failure');
    expect(explained?.message).toMatch(/\bchmod\b.*\b(fchmodat|chmod)\b/);
    expect(explained?.message).toMatch(answer);
    expect(explained?.grants).toEqual(['fchmodat']);
    expect(explained?.location?.file).toBe(join(folder, 'profile.json'));
    expect(leftovers()).toEqual([]);
  });

  it('is fine when the call is only written down', async () => {
    const { text, result } = await checkWith('SCMP_ACT_LOG');
    expect(text).not.toContain('tightfit: chmod: broken');
    expect(result.services[0]?.declared?.works).toBe(true);
  });
});
