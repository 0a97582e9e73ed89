import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { CheckResult } from '../../src/core/result.js';
import { tightfit } from '../support/cli.js';
import { leftovers, present } from '../support/leftovers.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-e2e-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

afterEach(() => {
  expect(leftovers()).toEqual([]);
});

async function check(policy: string): Promise<{ code: number; text: string; result: CheckResult }> {
  const { code, stdout } = await tightfit(['check', policy, '--quiet', '--report-dir', folder]);
  return { code, text: stdout, result: JSON.parse(readFileSync(join(folder, 'tightfit.json'), 'utf8')) as CheckResult };
}

describe('tightfit check on the examples', () => {
  it('finds the fitted Samba tight and proves each capability it needs', async () => {
    const { code, text, result } = await check('examples/samba/tightfit.yml');
    expect(text).toContain('tightfit: samba: tight');
    expect(code).toBe(0);
    const [samba] = result.services;
    expect(samba?.grants.map(({ name, state }) => `${name} ${state}`)).toEqual(['SETGID needed', 'SETUID needed']);
    expect(samba?.declared?.processes?.map(({ noNewPrivs, seccomp }) => [noNewPrivs, seccomp])).toContainEqual([
      true,
      2,
    ]);
    expect(new Set(samba?.declared?.processes?.map(({ capBnd }) => capBnd))).toEqual(new Set(['00000000000000c0']));
  });

  it('finds Samba without SETUID broken and names the failing step', async () => {
    const { code, text, result } = await check('examples/samba/broken.yml');
    expect(text).toContain('tightfit: samba: broken');
    expect(code).toBe(1);
    const rules = result.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
    expect(rules).toContain('broken-by-confinement');
    expect(result.services[0]?.control?.works).toBe(true);
    expect(text).toMatch(/test "[^"]+" failed|ready failed/);
  });

  it('finds Samba with NET_RAW and CHOWN loose and names both', async () => {
    const { code, text, result } = await check('examples/samba/loose.yml');
    expect(text).toContain('tightfit: samba: loose');
    expect(code).toBe(1);
    const unused = result.findings.filter(({ rule }) => rule === 'unused-capability').flatMap(({ grants }) => grants);
    expect([...unused].sort()).toEqual(['CHOWN', 'NET_RAW']);
  });

  it('runs Samba under the profile of the lab report', async () => {
    const { result } = await check('examples/samba/lab.yml');
    expect(result.services[0]?.declared?.works).toBe(true);
  });

  it('finds nginx tight', async () => {
    const { code, text } = await check('examples/nginx/tightfit.yml');
    expect(text).toContain('tightfit: nginx: tight');
    expect(code).toBe(0);
  });
});

describe('tightfit check on what cannot be judged', () => {
  it('names the place of a misspelt key and what was meant', async () => {
    const policy = join(folder, 'misspelt.yml');
    writeFileSync(policy, 'version: 1\nservices:\n  a:\n    imgae: x\n');
    const { code, stdout } = await tightfit(['check', policy]);
    expect(stdout).toContain(`${policy}:4:5: error:`);
    expect(stdout).toMatch(/"imgae".*Did you mean image\?/);
    expect(code).toBe(2);
  });

  it('says how to start an engine when none answers', async () => {
    const env = { ...process.env, DOCKER_HOST: `unix://${folder}/none.sock` };
    const { code, stdout } = await tightfit(['check', 'examples/nginx/tightfit.yml'], { env });
    expect(stdout).toContain('[engine-unavailable]');
    expect(stdout).toMatch(/systemctl start docker|npm run engine -- start/);
    expect(code).toBe(2);
  });

  it.each(['SIGINT', 'SIGTERM'])('removes everything when it gets %s', async (name) => {
    const controller = new AbortController();
    const run = tightfit(['check', 'examples/samba/tightfit.yml'], { signal: controller.signal });
    await untilSomethingRuns();
    controller.abort(name);
    const { code, stdout } = await run;
    expect(stdout).toContain('[cancelled]');
    expect(code).toBe(2);
  });

  it('removes what a killed run left behind at the next start', async () => {
    const controller = new AbortController();
    const run = tightfit(['check', 'examples/samba/tightfit.yml'], { signal: controller.signal });
    await untilSomethingRuns();
    controller.abort('SIGKILL');
    await run;
    expect(leftovers()).not.toEqual([]);
    const { code } = await tightfit(['check', 'examples/nginx/tightfit.yml']);
    expect(code).toBe(0);
  });

  it('needs a service to exist', async () => {
    const { code, stderr } = await tightfit(['check', 'examples/nginx/tightfit.yml', '--service', 'ngnix']);
    expect(stderr).toContain('has no service "ngnix". Did you mean nginx?');
    expect(code).toBe(2);
  });
});

/** Waits until a container of ours is there. */
async function untilSomethingRuns(): Promise<void> {
  while (!present().some((resource) => resource.startsWith('container'))) {
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}
