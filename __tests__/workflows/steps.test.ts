import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runStep } from '../support/workflows/run-step.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-scheduled-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('fetching what the last run found', () => {
  const fetch = async (gh: string): Promise<string> => {
    const output = join(folder, 'output');
    writeFileSync(output, '');
    const environment = { GITHUB_OUTPUT: output, GITHUB_WORKFLOW: 'regression', BRANCH: 'main' };
    await runStep('scheduled.yml', 'Fetch what the last run found', { folder, gh, environment });
    return readFileSync(output, 'utf8');
  };
  const LISTS = 'if [ "$2" = list ]; then echo "$@" > asked; echo 41; exit; fi\n';

  it('gives result and trend of the last scheduled run', async () => {
    const artifact =
      'mkdir -p tightfit-last/report; echo "{}" > tightfit-last/report/tightfit.json; echo old > tightfit-last/trend.jsonl';
    expect(await fetch(`${LISTS}[ "$3" = 41 ] || exit 1\n${artifact}`)).toBe(
      'baseline=tightfit-last/report/tightfit.json\n',
    );
    expect(readFileSync(join(folder, 'trend.jsonl'), 'utf8')).toBe('old\n');
    expect(readFileSync(join(folder, 'asked'), 'utf8')).toContain('--branch main --event schedule --status completed');
  });

  it.each([
    ['there is no run', 'exit 0'],
    ['its artifact is gone', `${LISTS}exit 1`],
    ['it found nothing', `${LISTS}mkdir tightfit-last`],
  ])('compares with nothing when %s', async (_, gh) => {
    expect(await fetch(gh)).toBe('');
    expect(existsSync(join(folder, 'trend.jsonl'))).toBe(false);
  });
});

describe('fetching what was found on the base branch', () => {
  const fetch = async (gh: string): Promise<string> => {
    const output = join(folder, 'output');
    writeFileSync(output, '');
    const environment = { GITHUB_OUTPUT: output, RUNNER_TEMP: folder, BRANCH: '$(touch hacked)' };
    await runStep('comment.yml', 'Fetch what was found on the base branch', { folder, gh, environment });
    expect(existsSync(join(folder, 'hacked'))).toBe(false);
    return readFileSync(output, 'utf8');
  };

  it('gives the result of the last push, and runs no name of a branch', async () => {
    const gh =
      'if [ "$2" = list ]; then echo "$@" > asked; echo 41; else mkdir base; echo "{}" > base/tightfit.json; fi';
    expect(await fetch(gh)).toBe(`baseline=${folder}/base/tightfit.json\n`);
    expect(readFileSync(join(folder, 'asked'), 'utf8')).toContain('--branch $(touch hacked) --event push');
  });

  it('gives nothing when there is none', async () => {
    expect(await fetch('if [ "$2" = list ]; then echo 41; else exit 1; fi')).toBe('');
    expect(await fetch('exit 1')).toBe('');
  });
});

describe('publishing the badge', () => {
  const publish = async (): Promise<string> => {
    rmSync(join(folder, 'badges'), { recursive: true, force: true });
    const environment = { GITHUB_SERVER_URL: `file://${folder}`, GITHUB_REPOSITORY: 'acme/web', GH_TOKEN: 'x' };
    const step = 'Publish the badge as the one commit of the branch badges';
    return runStep('scheduled.yml', step, { folder, gh: 'true', environment });
  };
  const git = (...words: string[]): string =>
    execFileSync('git', ['--git-dir', join(folder, 'acme/web.git'), ...words], { encoding: 'utf8' }).trim();

  it('leaves one commit with the newest badge, however often it is done', async () => {
    mkdirSync(join(folder, 'regression/report'), { recursive: true });
    execFileSync('git', ['init', '--quiet', '--bare', join(folder, 'acme/web.git')]);
    for (const badge of ['first', 'second']) {
      writeFileSync(join(folder, 'regression/report/tightfit.badge.svg'), badge);
      writeFileSync(join(folder, 'regression/report/tightfit.badge.json'), '{}');
      await publish();
    }
    expect(git('show', 'badges:confinement.svg')).toBe('second');
    expect(git('rev-list', '--count', 'badges')).toBe('1');
    expect(git('ls-tree', '--name-only', 'badges').split('\n')).toEqual(['confinement.json', 'confinement.svg']);
  });
});
