import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHistory } from '../../src/adapters/git/history.js';
import { createClock } from '../../src/adapters/node/clock.js';
import { createFiles } from '../../src/adapters/node/files.js';
import { check } from '../../src/app/check.js';
import type { CheckResult } from '../../src/core/result.js';
import { runExitCode } from '../../src/core/run-exit-code.js';
import type { FakeWorld } from '../support/fake-world.js';
import { requestFor, severalServices } from '../support/several-services.js';

const RUN = 'cap_drop: [ALL], user: "1000:1000", read_only: true, pids_limit: 64, mem_limit: 64m';
const NNP = '"no-new-privileges:true"';
const POLICY = `version: 1
services:
  built:
    build: { context: built, dockerfile: ../Dockerfile.built }
    run: { ${RUN}, security_opt: [${NNP}] }
    tests: [{ name: answers, tcp: { port: 80 } }]
  profiled:
    image: profiled:1
    run: { ${RUN}, security_opt: [${NNP}, "seccomp:profiles/profiled.json"] }
    tests: [{ name: answers, tcp: { port: 80 } }]
  mounted:
    image: mounted:1
    run: { ${RUN}, security_opt: [${NNP}], volumes: ["./linked:/data:ro"] }
    tests: [{ name: answers, tcp: { port: 80 } }]
  tested:
    image: tested:1
    run: { ${RUN}, security_opt: [${NNP}] }
    tests: [{ name: answers, client: { build: { context: client }, command: [ask] } }]
`;
const NAMES = ['built', 'profiled', 'mounted', 'tested'];
const FILES = {
  'README.md': 'hello\n',
  '.gitignore': 'out/\n',
  'ops/tightfit.yml': POLICY,
  'ops/Dockerfile.built': 'FROM scratch\n',
  'ops/built/main.c': 'int main;\n',
  'ops/profiles/profiled.json': '{ "defaultAction": "SCMP_ACT_ALLOW" }\n',
  'ops/data/file.txt': 'data\n',
  'ops/other/file.txt': 'other\n',
  'ops/client/Dockerfile': 'FROM scratch\n',
};

let repository = '';

beforeEach(() => {
  repository = realpathSync(mkdtempSync(join(tmpdir(), 'tightfit-changed-')));
  git('init', '--quiet', '--initial-branch=main');
  for (const [path, text] of Object.entries(FILES)) write(path, text);
  symlinkSync('data', join(repository, 'ops/linked'));
  git('add', '--all');
  git('commit', '--quiet', '--message=base');
});

afterEach(() => {
  rmSync(repository, { recursive: true });
});

function git(...args: readonly string[]): void {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org'];
  execFileSync('git', [...identity, ...args], { cwd: repository, stdio: 'pipe' });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), text);
}

function append(path: string, text: string): void {
  appendFileSync(join(repository, path), text);
}

/** Containers in memory; files, git and time as they are. */
function world(): FakeWorld {
  const environment = { PATH: process.env['PATH'], HOME: repository };
  return { ...severalServices(), files: createFiles(), clock: createClock(), history: createHistory(environment) };
}

function checked(base: string | null, more: Parameters<typeof requestFor>[0] = {}): Promise<CheckResult> {
  const policyFile = join(repository, 'ops/tightfit.yml');
  return check(world(), requestFor({ policyFile, changedOnly: { base }, ...more }));
}

function ran({ services }: CheckResult): readonly string[] {
  return services.map(({ name }) => name);
}

function skipped({ findings }: CheckResult): readonly (string | null)[] {
  return findings.filter(({ rule }) => rule === 'service-skipped').map(({ service }) => service);
}

describe('changed-only', () => {
  it.each<[string, () => void, readonly string[]]>([
    [
      'a file in a build context',
      () => {
        append('ops/built/main.c', '\n');
      },
      ['built'],
    ],
    [
      'a new file in a build context, not yet added',
      () => {
        write('ops/built/new.c', '');
      },
      ['built'],
    ],
    [
      'a Dockerfile beside its context',
      () => {
        append('ops/Dockerfile.built', 'USER 1\n');
      },
      ['built'],
    ],
    [
      'a profile',
      () => {
        append('ops/profiles/profiled.json', '\n');
      },
      ['profiled'],
    ],
    [
      'a file behind a mounted link',
      () => {
        append('ops/data/file.txt', 'more\n');
      },
      ['mounted'],
    ],
    [
      'the mounted link itself',
      () => {
        unlinkSync(join(repository, 'ops/linked'));
        symlinkSync('other', join(repository, 'ops/linked'));
      },
      ['mounted'],
    ],
    [
      'the build context of a client',
      () => {
        append('ops/client/Dockerfile', 'USER 1\n');
      },
      ['tested'],
    ],
    [
      'what the policy says of a service',
      () => {
        write('ops/tightfit.yml', POLICY.replace('image: mounted:1', 'image: mounted:2'));
      },
      ['mounted'],
    ],
    [
      'a comment that moves every service',
      () => {
        write('ops/tightfit.yml', `# more\n\n${POLICY}`);
      },
      [],
    ],
    [
      'a setting of the whole policy',
      () => {
        write(
          'ops/tightfit.yml',
          POLICY.replace('services:', 'rules: { runs-as-root: { severity: warn, reason: x } }\nservices:'),
        );
      },
      NAMES,
    ],
    [
      'a file of no service',
      () => {
        append('README.md', 'more\n');
      },
      [],
    ],
    [
      'how git shows files',
      () => {
        write('.gitattributes', '* text\n');
      },
      NAMES,
    ],
    [
      'something ignored in a build context',
      () => {
        write('ops/built/out/app', '');
      },
      ['built'],
    ],
    [
      'something ignored elsewhere',
      () => {
        write('out/app', '');
      },
      [],
    ],
    [
      'two things, one committed',
      () => {
        append('ops/built/main.c', '\n');
        git('commit', '-qam', 'more');
        git('branch', 'later');
        append('ops/data/file.txt', '\n');
      },
      ['built', 'mounted'],
    ],
  ])('judges the services that %s is part of', async (_, change, expected) => {
    git('branch', 'base');
    change();
    const result = await checked('base');
    expect(ran(result)).toEqual(expected);
    expect(skipped(result)).toEqual(NAMES.filter((name) => !expected.includes(name)));
  });

  it('gives the verdict of what ran, and says what did not and why', async () => {
    append('ops/client/Dockerfile', 'USER 1\n');
    const result = await checked('main');
    expect(result.verdict).toBe('tight');
    expect(result.findings.find(({ service }) => service === 'built')).toMatchObject({
      rule: 'service-skipped',
      severity: 'note',
      message: 'not run: neither what the policy says of it nor a file it is made of differs from main',
      location: { line: 3 },
    });
  });

  it('is no verdict where nothing has changed: not tight, and not failed', async () => {
    const result = await checked('main');
    expect([result.verdict, ran(result), runExitCode(result, 'loose')]).toEqual(['unjudged', [], 0]);
  });

  it('judges every service of a policy that the base has not, or has broken', async () => {
    write('ops/tightfit.yml', 'services: [');
    git('commit', '-qam', 'broken');
    write('ops/tightfit.yml', POLICY);
    expect(ran(await checked('main'))).toEqual(NAMES);
  });

  it.each([
    ['no base is named', null],
    ['nowhere is not in this clone and could not be fetched', 'nowhere'],
  ])('judges every service when %s, and says so', async (reason, base) => {
    const result = await checked(base);
    expect(ran(result)).toEqual(NAMES);
    expect(result.findings.filter(({ rule }) => rule === 'changes-unknown')).toMatchObject([
      { severity: 'note', message: expect.stringContaining(reason) },
    ]);
  });

  it('looks at the part of its shard only', async () => {
    append('ops/built/main.c', '\n');
    append('ops/client/Dockerfile', 'USER 1\n');
    const result = await checked('main', { shard: { index: 1, count: 2 } });
    expect([ran(result), skipped(result)]).toEqual([['built'], ['mounted']]);
  });
});
