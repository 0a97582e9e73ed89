import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MinimizeReport } from '../../../src/core/fit/minimize-report.js';
import type { CheckResult } from '../../../src/core/result.js';
import { ROOT, tightfit, type Ended } from '../../support/cli.js';
import { leftovers } from '../../support/leftovers.js';

/** A search on a busy machine, in milliseconds. */
const LONG = 15 * 60 * 1000;

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-minimize-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  expect(leftovers()).toEqual([]);
});

interface Minimized extends Ended {
  readonly report: MinimizeReport;
}

/** One trial more side by side than our CI has cores: a trial waits for the engine a quarter of its time. */
function wordsFor(example: string): readonly string[] {
  return ['minimize', `examples/${example}/tightfit.yml`, '--jobs', '3', '--report-dir', folder];
}

async function minimize(example: string, flags: readonly string[]): Promise<Minimized> {
  const ended = await tightfit([...wordsFor(example), ...flags]);
  const result = JSON.parse(readFileSync(join(folder, 'tightfit.json'), 'utf8')) as CheckResult;
  const report = result.services[0]?.minimize;
  expect(report).toBeDefined();
  expect(report).not.toBeNull();
  return { ...ended, report: report as MinimizeReport };
}

/** The verdict that a check gives under a profile the search wrote. */
async function verdictUnder(example: string, profile: string): Promise<string> {
  const policy = join(ROOT, 'examples', example, 'proposed.yml');
  const proposed = join(ROOT, 'examples', example, 'proposed.json');
  const written = readFileSync(join(ROOT, 'examples', example, 'tightfit.yml'), 'utf8');
  try {
    writeFileSync(policy, written.replace('seccomp:profile.json', 'seccomp:proposed.json'));
    writeFileSync(proposed, readFileSync(join(folder, profile)));
    const { stdout } = await tightfit(['check', policy, '--quiet', '--format', 'json']);
    return (JSON.parse(stdout) as CheckResult).verdict;
  } finally {
    rmSync(policy, { force: true });
    rmSync(proposed, { force: true });
  }
}

describe('tightfit minimize', () => {
  it(
    'finds what Samba needs, shows what breaks without it, and writes profiles that work',
    async () => {
      const { code, report } = await minimize('samba', ['--repeats', '3', '--quiet']);
      expect(code).toBe(0);
      expect(report.recorded).toBe(true);
      expect(report.capabilities.needed).toEqual(['SETGID', 'SETUID']);
      expect(report.notes.join(' ')).toMatch(/NET_BIND_SERVICE .*ip_unprivileged_port_start is 0/);
      const rows = new Map(report.rows.map((row) => [row.name, row]));
      for (const name of ['accept', 'futex', 'getcwd', 'mmap', 'sendmsg']) {
        expect(report.syscalls.needed).toContain(name);
        expect(rows.get(name)?.step).not.toBe('');
        expect(rows.get(name)?.message).not.toBe('');
      }
      expect(report.confirmation).toMatchObject({ repeats: 3, failures: 0, privilegeRegressions: 0 });
      expect(await verdictUnder('samba', 'samba.used.json')).toBe('tight');
      expect(await verdictUnder('samba', 'samba.needed.json')).toBe('tight');
    },
    LONG,
  );

  it(
    'finds the same sets each time, by itself and shared by two shards',
    async () => {
      const sets: unknown[] = [];
      for (let run = 0; run < 3; run += 1) {
        const { report } = await minimize('memcached', ['--repeats', '1', '--quiet']);
        sets.push([report.capabilities.needed, report.syscalls.needed]);
      }
      for (const shard of ['1/2', '2/2']) {
        const flags = ['--repeats', '1', '--quiet', '--shard', shard];
        const { code, stdout } = await tightfit([...wordsFor('memcached'), ...flags]);
        expect(stdout).toContain('[minimize-shared]');
        expect(code).toBe(0);
      }
      const finished = await minimize('memcached', ['--repeats', '1', '--resume']);
      expect(finished.code).toBe(0);
      expect(finished.stderr).toMatch(/goes on from \d+ trials of 2 shards/);
      sets.push([finished.report.capabilities.needed, finished.report.syscalls.needed]);
      expect(sets[1]).toEqual(sets[0]);
      expect(sets[2]).toEqual(sets[0]);
      expect(sets[3]).toEqual(sets[0]);
    },
    LONG,
  );

  it(
    'goes on where it was interrupted, and finds that redis needs no capability',
    async () => {
      const state = join(folder, 'redis.minimize-state.json');
      const controller = new AbortController();
      const run = tightfit([...wordsFor('redis'), '--repeats', '1'], { signal: controller.signal });
      await Promise.race([run, until(() => outcomesIn(state) >= 8)]);
      controller.abort('SIGINT');
      const { code, stdout } = await run;
      expect(stdout).toContain('[cancelled]');
      expect(code).toBe(2);
      const kept = outcomesIn(state);
      const resumed = await minimize('redis', ['--repeats', '1', '--resume', '--verbose']);
      expect(resumed.code).toBe(0);
      expect(firstTrial(resumed.stderr)).toBeGreaterThan(kept);
      expect(resumed.report.capabilities.needed).toEqual([]);
      expect(resumed.report.syscalls.needed).toContain('clone');
      expect(resumed.report.syscalls.used).not.toContain('clone3');
      expect(existsSync(state)).toBe(false);
    },
    LONG,
  );
});

/** How many outcomes of the search for syscalls are kept; 0 before the first. */
function outcomesIn(path: string): number {
  if (!existsSync(path)) return 0;
  const kept = JSON.parse(readFileSync(path, 'utf8')) as { syscalls: { outcomes: unknown[] } | null };
  return kept.syscalls?.outcomes.length ?? 0;
}

/** The number of the first trial that the search for syscalls made, as a verbose run tells it: others leave out what is quick. */
function firstTrial(progress: string): number {
  const [, calls = ''] = /calls never seen([^]*)/.exec(progress) ?? [];
  return Number(/trial (\d+) of about/.exec(calls)?.[1]);
}

/** Looks for a minute at most. */
async function until(holds: () => boolean): Promise<void> {
  for (let look = 0; look < 600 && !holds(); look += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
}
