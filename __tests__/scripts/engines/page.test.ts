import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { enginesPage, unexplained, type CellResult, type Row } from '../../../scripts/engines/page.mjs';
import { pageOfResults } from '../../../scripts/engines/results.mjs';
import { ROOT } from '../../support/cli.js';

function row(name: string, expected: string, actual: string): Row {
  const errors = expected === actual ? [] : ['engine-failed: the engine said a | b'];
  return { name, expected, actual, looseness: '-', errors, seconds: 40 };
}

const RESULT: CellResult = {
  cell: 'docker-99',
  date: '2026-12-01',
  facts: {
    engine: 'Docker 99.1',
    runtime: 'runc 9.9',
    client: 'docker 99.1, buildx 9.9',
    storage: 'overlay2',
    kernel: '6.1',
    architecture: 'x64',
    cgroup: 'v2, systemd',
    security: 'seccomp; kernel: apparmor',
  },
  tests: { passed: 9, failed: 1, skipped: 0, failures: ['__tests__/e2e/check.test.ts: finds nginx'], seconds: 40 },
  examples: {
    root: [row('nginx', 'tight', 'tight'), row('limits', 'loose', 'unjudged')],
    runner: [row('nginx', 'tight', 'tight'), row('limits', 'loose', 'loose')],
  },
  left: [],
};

const KNOWN = [
  { cells: /^docker-99$/, about: /^limits/, why: 'There are no limits.' },
  { cells: /^docker-99$/, about: /check\.test\.ts: finds nginx/, why: 'It is slow.' },
];

describe('the page of the engines', () => {
  it('says of a cell that was not run that it was not', () => {
    expect(enginesPage([{ name: 'docker-98' }], [RESULT], KNOWN)).toMatch(/^\| docker-98 \| not run \|/m);
  });

  it('shows what differs, for whom and why, and counts the rest', () => {
    const page = enginesPage([{ name: 'docker-99' }], [RESULT], KNOWN);
    expect(page).toContain(
      '| [docker-99](#docker-99) | Docker 99.1, runc 9.9 | overlay2 | Linux 6.1, x64, cgroup v2, systemd | 2026-12-01 | 9 of 10 | 1 of 2 | 2 of 2 |',
    );
    expect(page).toContain('As they must be: nginx tight.');
    expect(page).toContain('| limits | loose | unjudged | loose | There are no limits. |');
    expect(page).toContain('| check.test.ts: finds nginx | It is slow. |');
    expect(page).toContain('left behind: nothing');
  });

  it('quotes what was said where no reason is known, as text', () => {
    expect(enginesPage([{ name: 'docker-99' }], [RESULT], [])).toContain(
      '| limits | loose | unjudged | loose | not explained; it says: engine-failed: the engine said a \\| b |',
    );
  });

  it('is what the results of the last runs make', () => {
    expect(readFileSync(join(ROOT, 'docs/engines.md'), 'utf8')).toBe(pageOfResults());
  });
});

describe('a cell is as it must be', () => {
  it('when every difference is explained and nothing is left', () => {
    expect(unexplained(RESULT, KNOWN)).toEqual([]);
  });

  it('not when a verdict or a test differs without a reason, or something is left', () => {
    expect(unexplained({ ...RESULT, left: ['volume x'] }, [])).toEqual([
      'limits as root: unjudged, must be loose',
      '__tests__/e2e/check.test.ts: finds nginx',
      'left behind: volume x',
    ]);
  });

  it('not when tests failed of which there is no name', () => {
    const tests = { ...RESULT.tests, failed: 2 };
    expect(unexplained({ ...RESULT, tests }, KNOWN)).toEqual(['a test run that ended badly']);
  });
});
