import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CheckResult } from '../../src/core/result.js';
import { ROOT, runBundle, tightfit } from '../support/cli.js';
import { leftovers } from '../support/leftovers.js';
import { fileOf, runnerEnvironment, written } from '../support/runner-step.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-minimize-'));
  cpSync(resolve(ROOT, 'examples/static'), join(folder, 'static'), { recursive: true });
  const policy = join(folder, 'static/tightfit.yml');
  writeFileSync(policy, `${readFileSync(policy, 'utf8')}    minimize: { repeats: 2 }\n`);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function report(name: string): string {
  return readFileSync(join(folder, 'reports', name), 'utf8');
}

describe('the action in mode minimize', () => {
  it('puts the table into the summary and the proposals into the report folder', async () => {
    const inputs = { mode: 'minimize', policy: 'static/tightfit.yml', 'report-dir': join(folder, 'reports') };
    const { code } = await runBundle('index.js', [], { cwd: folder, env: runnerEnvironment(folder, inputs) });
    expect(code).toBe(0);
    expect(
      written(folder, 'GITHUB_OUTPUT')
        ['proposals']?.split(',')
        .map((path) => path.split('/').at(-1)),
    ).toEqual(['static.used.json', 'static.needed.json', 'static.policy.patch']);
    const summary = fileOf(folder, 'GITHUB_STEP_SUMMARY');
    expect(summary).toContain('**What breaks without it**');
    expect(summary).toMatch(/\| <code>listen<\/code> \| 🛑 /u);
    expect(summary).toContain('2 more runs with the needed set, none failed: with 95 % confidence');
    const [service] = (JSON.parse(report('tightfit.json')) as CheckResult).services;
    expect(service?.minimize?.syscalls.needed).toContain('listen');
    expect(service?.minimize?.proposal.usedProfile).toBe(report('static.used.json'));
    expect(leftovers()).toEqual([]);
  });

  it('proposes what a check then finds tight', async () => {
    const [used, patch] = [report('static.used.json'), report('static.policy.patch')];
    writeFileSync(join(folder, 'static/static.used.json'), used);
    execFileSync('git', ['apply', '-'], { cwd: folder, input: patch });
    const { code, stdout } = await tightfit(['check', 'static/tightfit.yml', '--quiet'], { cwd: folder });
    expect(stdout).toContain('static.used.json allows');
    expect(stdout).toContain('tightfit: static: tight');
    expect(code).toBe(0);
  });
});
