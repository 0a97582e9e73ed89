import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { comment } from '../../src/report/comment.js';
import { result } from '../support/sample-results.js';
import { runScript, type Call, type Comment } from '../support/workflows/run-script.js';

const TEXT = comment(result(), null);
const MARK = TEXT.slice(0, TEXT.indexOf('\n'));
const BOT = { login: 'github-actions[bot]' };
const EARLIER: readonly Comment[] = [
  { id: 1, user: { login: 'mallory' }, body: `${MARK}\nnot by us` },
  { id: 2, user: BOT, body: 'by another workflow' },
  { id: 3, user: BOT, body: `${MARK}\nby the last run` },
];

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-comments-'));
});

beforeEach(() => {
  rmSync(join(folder, 'tightfit-comment'), { recursive: true, force: true });
  mkdirSync(join(folder, 'tightfit-comment'));
  write('tightfit.md', TEXT);
  write('number.txt', '7\n');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): void {
  writeFileSync(join(folder, 'tightfit-comment', name), text);
}

describe('the comment on a branch of the repository', () => {
  const post = (comments: readonly Comment[]): Promise<readonly Call[]> =>
    runScript('comment.yml', { payload: { pull_request: { number: 7 } }, comments, environment: {}, folder });

  it('is made once', async () => {
    expect(await post(EARLIER.slice(0, 2))).toEqual([
      ['create', { owner: 'acme', repo: 'web', issue_number: 7, body: TEXT }],
    ]);
  });

  it('is replaced from then on, and no other is', async () => {
    expect(await post(EARLIER)).toEqual([['update', { owner: 'acme', repo: 'web', comment_id: 3, body: TEXT }]]);
  });
});

describe("the comment on a fork's pull request", () => {
  const run = { head_sha: 'abc', head_repository: { id: 5 }, html_url: 'https://github.com/acme/web/actions/runs/1' };
  const open = { state: 'open', head: { sha: 'abc', repo: { id: 5 } } };
  const post = (pull: unknown = open, comments: readonly Comment[] = []): Promise<readonly Call[]> => {
    const environment = { FOLDER: join(folder, 'tightfit-comment') };
    return runScript('comment-fork-post.yml', { payload: { workflow_run: run }, comments, pull, environment, folder });
  };

  it('begins with the mark, says whose word it is and is replaced', async () => {
    const [[name, made] = []] = await post();
    const { body } = made as { readonly body: string };
    expect(name).toBe('create');
    expect(made).toMatchObject({ issue_number: 7 });
    expect(body).toMatch(/^<!-- tightfit-comment [0-9a-f]{16} -->\n\n_Written by \[a run\]/);
    expect(body).toContain(TEXT.slice(MARK.length).trim());
    expect(await post(open, EARLIER)).toEqual([['update', { owner: 'acme', repo: 'web', comment_id: 3, body }]]);
  });

  it.each([
    ['is closed', { ...open, state: 'closed' }],
    ['has a newer commit', { ...open, head: { ...open.head, sha: 'def' } }],
    ['is of somebody else', { ...open, head: { ...open.head, repo: { id: 6 } } }],
  ])('is not made when the pull request that the artifact names %s', async (_, pull) => {
    expect(await post(pull)).toEqual([['notice', expect.stringContaining('nothing to say')]]);
  });

  it.each(['', '0', '-1', '7 8', '7; rm', '../7', '７', '1'.repeat(19)])(
    'is not made for the number "%s"',
    async (number) => {
      write('number.txt', number);
      await expect(post()).rejects.toThrow('number.txt holds no number');
    },
  );

  it('is not made of more than fits', async () => {
    write('tightfit.md', `${MARK}\n${'x'.repeat(65_000)}`);
    await expect(post()).rejects.toThrow('tightfit.md is no file of at most 65000 bytes');
    write('number.txt', ' '.repeat(21));
    await expect(post()).rejects.toThrow('number.txt is no file of at most 20 bytes');
  });

  it('is not made of what a link leads to', async () => {
    rmSync(join(folder, 'tightfit-comment/tightfit.md'));
    symlinkSync('/etc/passwd', join(folder, 'tightfit-comment/tightfit.md'));
    await expect(post()).rejects.toThrow('tightfit.md is no file');
  });

  it.each([`x${MARK}`, '<!-- another-bot -->', `${MARK} and more`, ''])(
    'is not made without the mark: "%s"',
    async (mark) => {
      write('tightfit.md', `${mark}\ntext`);
      await expect(post()).rejects.toThrow('tightfit.md is no comment of Tightfit');
    },
  );

  it('calls nobody', async () => {
    write('tightfit.md', `${MARK}\n@everyone see mail@example.org`);
    const [[, made] = []] = await post();
    expect(JSON.stringify(made)).not.toMatch(/@(?!\u200b)/);
  });
});
