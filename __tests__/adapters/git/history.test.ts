import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHistory } from '../../../src/adapters/git/history.js';
import type { Incomparable, TreeComparison } from '../../../src/ports.js';

const FOREVER = new AbortController().signal;

let folder = '';
let repository = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'tightfit-git-')));
  repository = join(folder, 'repository');
  mkdirSync(join(repository, 'web'), { recursive: true });
  git('init', '--quiet', '--initial-branch=main');
  write('.gitignore', 'dist/\n*.log\n');
  write('tightfit.yml', 'version: 1\n');
  write('web/Dockerfile', 'FROM scratch\n');
  commit();
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'protocol.file.allow=always'];
  return execFileSync('git', [...identity, ...args], { cwd: repository, encoding: 'utf8', stdio: 'pipe' });
}

function write(path: string, text: string): void {
  writeFileSync(join(repository, path), text);
}

function commit(): void {
  git('add', '--all');
  git('commit', '--quiet', '--message=more');
}

function environment(more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string | undefined>> {
  return { PATH: process.env['PATH'], HOME: folder, ...more };
}

function compare(base: string, at = repository): Promise<TreeComparison | Incomparable> {
  return createHistory(environment()).compare(at, base, FOREVER);
}

async function compared(base: string, at = repository): Promise<TreeComparison> {
  const comparison = await compare(base, at);
  if ('unknown' in comparison) expect(comparison.unknown).toBe('');
  return comparison as TreeComparison;
}

describe('the history of a checkout', () => {
  it('has no difference where there is none, seen from any folder', async () => {
    const { root, changed, uncompared } = await compared('HEAD', join(repository, 'web'));
    expect([root, changed, uncompared]).toEqual([repository, [], []]);
  });

  it('tells what was changed, added, removed, renamed or made executable, committed or not', async () => {
    write('web/main.c', 'int main;\n');
    write('web/old.c', 'int old;\n');
    commit();
    const base = git('rev-parse', 'HEAD').trim();
    git('mv', 'web/old.c', 'web/new.c');
    git('update-index', '--chmod=+x', 'tightfit.yml');
    commit();
    execFileSync('chmod', ['+x', 'tightfit.yml'], { cwd: repository });
    appendFileSync(join(repository, 'web/Dockerfile'), 'USER 1\n');
    rmSync(join(repository, 'web/main.c'));
    write('web/with space\tand ü', '');
    expect([...(await compared(base)).changed].sort()).toEqual([
      'tightfit.yml',
      'web/Dockerfile',
      'web/main.c',
      'web/new.c',
      'web/old.c',
      'web/with space\tand ü',
    ]);
  });

  it('does not count a change that was taken back', async () => {
    write('web/Dockerfile', 'FROM other\n');
    commit();
    write('web/Dockerfile', 'FROM scratch\n');
    expect((await compared('HEAD~1')).changed).toEqual([]);
  });

  it('says what it did not compare: what is ignored, and what git was told to believe', async () => {
    mkdirSync(join(repository, 'web/dist'));
    write('web/dist/app.js', '');
    write('web/debug.log', '');
    git('update-index', '--assume-unchanged', 'tightfit.yml');
    expect([...(await compared('HEAD')).uncompared].sort()).toEqual(['tightfit.yml', 'web/debug.log', 'web/dist/']);
  });

  it('has the text of files as they were', async () => {
    write('tightfit.yml', 'version: 2\n');
    const base = await compared('HEAD');
    expect([await base.textAt('tightfit.yml'), await base.textAt('web'), await base.textAt('none.yml')]).toEqual([
      'version: 1\n',
      null,
      null,
    ]);
  });

  it('runs no program that the checkout names', async () => {
    const mark = join(folder, 'ran');
    const script = join(folder, 'script.sh');
    writeFileSync(script, `#!/bin/sh\ntouch ${mark}\n`, { mode: 0o755 });
    for (const key of ['core.fsmonitor', 'diff.external', 'diff.evil.command', 'diff.evil.textconv', 'core.pager']) {
      git('config', key, script);
    }
    write('.gitattributes', '* diff=evil\n');
    write('web/Dockerfile', 'FROM other\n');
    rmSync(mark, { force: true });
    expect((await compared('HEAD')).changed).toEqual(['web/Dockerfile', '.gitattributes']);
    expect(() => execFileSync('test', ['-e', mark])).toThrow();
  });

  it('is of the checkout, whatever the environment says of another', async () => {
    const elsewhere = environment({ GIT_DIR: '/nowhere', GIT_WORK_TREE: '/nowhere', GIT_CONFIG_COUNT: '-1' });
    expect(await createHistory(elsewhere).compare(repository, 'HEAD', FOREVER)).toMatchObject({ root: repository });
  });

  it.each([
    ['main', 'a branch'],
    ['origin/main', 'a branch of the remote'],
  ])('fetches %s, %s, into a shallow clone that lacks it, and no more than its files', async (base) => {
    write('web/Dockerfile', 'FROM two\n');
    commit();
    git('branch', 'change');
    write('web/Dockerfile', 'FROM three\n');
    commit();
    const clone = join(folder, 'clone');
    git('clone', '--quiet', '--depth=1', '--branch=change', `file://${repository}`, clone);
    expect((await compared(base, clone)).changed).toEqual(['web/Dockerfile']);
    const commits = execFileSync('git', ['rev-list', '--all', '--count'], { cwd: clone, encoding: 'utf8' });
    expect(Number(commits)).toBeLessThanOrEqual(2);
  });

  it('does not make a full clone shallow', async () => {
    const clone = join(folder, 'clone');
    git('clone', '--quiet', `file://${repository}`, clone);
    git('checkout', '--quiet', '-b', 'later');
    write('web/Dockerfile', 'FROM two\n');
    commit();
    expect((await compared('later', clone)).changed).toEqual(['web/Dockerfile']);
    expect(execFileSync('git', ['rev-parse', '--is-shallow-repository'], { cwd: clone, encoding: 'utf8' })).toBe(
      'false\n',
    );
  });
});

describe('no comparison', () => {
  it.each([
    'nowhere',
    'origin/nowhere',
    '0123456789012345678901234567890123456789',
    '--output=/tmp/x',
    'a b',
    '+main:main',
  ])('with %s, which is no commit that can be had', async (base) => {
    expect(await compare(base)).toEqual({ unknown: expect.stringContaining(base) });
  });

  it('outside of a checkout', async () => {
    expect(await compare('HEAD', folder)).toEqual({ unknown: expect.stringContaining('not a git repository') });
  });

  it('without git', async () => {
    const history = createHistory({ PATH: folder });
    expect(await history.compare(repository, 'HEAD', FOREVER)).toEqual({ unknown: 'git is not installed' });
  });

  it('once cancelled', async () => {
    const reason = new DOMException('enough', 'AbortError');
    await expect(createHistory(environment()).compare(repository, 'HEAD', AbortSignal.abort(reason))).rejects.toBe(
      reason,
    );
  });
});
