import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { CheckResult } from '../../src/core/result.js';
import { ROOT, runBundle, tightfit, type Ended } from '../support/cli.js';
import { leftovers } from '../support/leftovers.js';
import { fileOf, runnerEnvironment, written } from '../support/runner-step.js';

/** Three services of one image: one that fits, one with a grant too many, one that cannot start. */
const POLICY = ['fits', 'loose', 'fails']
  .map(
    (name) => `  ${name}:
    build: { context: app }
    run:
      cap_drop: [ALL]
      ${name === 'loose' ? 'cap_add: [NET_RAW]' : ''}
      ${name === 'fails' ? 'command: [/none]' : ''}
      security_opt: ['no-new-privileges:true', 'seccomp:${name}.json']
      read_only: true
      user: '65534:65534'
      pids_limit: 32
      mem_limit: 64m
    ready: { http: { port: 8080, path: / } }
    tests:
      - name: it greets
        http: { port: 8080, path: /world, body: { contains: 'hello, /world' } }
`,
  )
  .join('');

let folder = '';
let policy = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-shard-'));
  policy = join(folder, 'tightfit.yml');
  cpSync(join(ROOT, 'examples/static'), join(folder, 'app'), { recursive: true });
  for (const name of ['fits', 'loose', 'fails']) {
    cpSync(join(ROOT, 'examples/static/profile.json'), join(folder, `${name}.json`));
  }
  writeFileSync(policy, `version: 1\nservices:\n${POLICY}`);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

afterEach(() => {
  expect(leftovers()).toEqual([]);
});

function reports(name: string): string {
  return join(folder, 'reports', name);
}

function check(name: string, ...words: readonly string[]): Promise<Ended> {
  return tightfit(['check', policy, '--quiet', '--report-dir', reports(name), ...words]);
}

function resultIn(path: string): CheckResult {
  return JSON.parse(readFileSync(path, 'utf8')) as CheckResult;
}

/** Each finding, without what differs from run to run: numbers, and the calls that Go's scheduler makes now and then. */
function findingsOf({ findings }: CheckResult): readonly string[] {
  return findings.map(({ rule, severity, service, grants, message }) =>
    [rule, severity, service, ...(rule === 'excess-syscalls' ? [] : [...grants, message.replace(/\d+/g, 'n')])].join(
      ' ',
    ),
  );
}

function verdictsOf({ services }: CheckResult): readonly string[] {
  return services.map(({ name, verdict }) => `${name}: ${verdict}`);
}

describe('three services', () => {
  let whole: CheckResult;

  beforeAll(async () => {
    const { code } = await check('whole');
    expect(code).toBe(1);
    whole = resultIn(join(reports('whole'), 'tightfit.json'));
    expect(verdictsOf(whole)).toEqual(['fits: tight', 'loose: loose', 'fails: broken']);
  });

  it('side by side are judged as one after another', async () => {
    expect((await check('jobs', '--jobs', '3')).code).toBe(1);
    const together = resultIn(join(reports('jobs'), 'tightfit.json'));
    expect([verdictsOf(together), findingsOf(together)]).toEqual([verdictsOf(whole), findingsOf(whole)]);
  });

  it('in four shards, merged, are judged as in one run', async () => {
    const codes = [];
    for (const index of [1, 2, 3, 4]) codes.push((await check('parts', '--shard', `${index}/4`)).code);
    expect(codes).toEqual([0, 1, 1, 0]);
    const merging = ['merge', reports('parts'), '--report-dir', reports('merged')];
    const { code, stdout } = await tightfit(merging);
    expect([code, stdout.includes('tightfit: loose: loose')]).toEqual([1, true]);
    const merged = resultIn(join(reports('merged'), 'tightfit.json'));
    expect([merged.verdict, verdictsOf(merged), findingsOf(merged)]).toEqual([
      whole.verdict,
      verdictsOf(whole),
      findingsOf(whole),
    ]);
    expect(readdirSync(reports('merged')).sort()).toEqual(readdirSync(reports('whole')).sort());
  });

  it('are unjudged where a shard is lost, also to the action', async () => {
    rmSync(join(reports('parts'), 'tightfit.2-of-4.json'));
    const inputs = { mode: 'merge', results: reports('parts'), 'report-dir': reports('action') };
    const { code, stdout } = await runBundle('index.js', [], { env: runnerEnvironment(folder, inputs) });
    expect([code, written(folder, 'GITHUB_OUTPUT')['verdict']]).toEqual([2, 'unjudged']);
    expect(stdout).toContain('the result of shard 2/4 is missing, which was to judge loose');
    expect(fileOf(folder, 'GITHUB_STEP_SUMMARY')).toContain('shard-missing');
  });

  it('are left out where they have not changed, and not minimized', async () => {
    const git = (...words: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...words], {
        cwd: folder,
        encoding: 'utf8',
      });
    const minimize = (): Promise<Ended> =>
      tightfit(['minimize', policy, '--quiet', '--report-dir', reports('least'), '--changed-only', '--base', 'main']);
    const skipped = ({ stdout }: Ended): number | undefined => stdout.match(/\[service-skipped\]/g)?.length;
    writeFileSync(join(folder, '.gitignore'), 'reports/\nGITHUB_*\n');
    git('init', '--quiet', '--initial-branch=main');
    git('add', '--all');
    git('commit', '--quiet', '--message=base');
    const none = await minimize();
    expect([none.code, skipped(none)]).toEqual([0, 3]);
    appendFileSync(join(folder, 'fits.json'), '\n');
    const checked = await check('changed', '--changed-only', '--base', 'main');
    expect([checked.code, skipped(checked)]).toEqual([0, 2]);
    expect(verdictsOf(resultIn(join(reports('changed'), 'tightfit.json')))).toEqual(['fits: tight']);
    git('commit', '--quiet', '--all', '--message=fits');
    appendFileSync(join(folder, 'fails.json'), '\n');
    const failing = await minimize();
    expect([failing.code, skipped(failing)]).toEqual([1, 2]);
    expect(verdictsOf(resultIn(join(reports('least'), 'tightfit.json')))).toEqual(['fails: broken']);
  });
});
