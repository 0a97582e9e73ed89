import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { CheckResult, ServiceResult } from '../../src/core/result.js';
import { ROOT, tightfit } from '../support/cli.js';
import { leftovers } from '../support/leftovers.js';

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

/** Answers every request with this status, on this address. */
function server(status: number, address: string): string {
  return `
use IO::Socket::INET;
$SIG{TERM} = sub { exit 0 };
my $s = IO::Socket::INET->new(Listen => 5, LocalAddr => '${address}', LocalPort => 8080, ReuseAddr => 1) or die;
while (my $c = $s->accept) {
  while (defined(my $line = <$c>)) { last if $line =~ /^\\r?\\n$/ }
  print $c "HTTP/1.0 ${status} X\\r\\nContent-Length: 3\\r\\n\\r\\nok\\n";
  close $c;
}`;
}

/** A service that answers with this status where 200 is expected. */
function policyOf(status: number, { address = '0.0.0.0', timeout = '20s' } = {}): string {
  const policy = join(folder, 'tightfit.yml');
  const web = {
    image: 'debian:bookworm-slim',
    run: { command: ['perl', '-e', server(status, address)], security_opt: ['no-new-privileges:true'] },
    ready: { tcp: { port: 8080 }, timeout },
    tests: [{ name: 'answers', http: { port: 8080, path: '/' } }],
  };
  writeFileSync(policy, JSON.stringify({ version: 1, services: { web } }));
  return policy;
}

function resultOf(): ServiceResult | undefined {
  return (JSON.parse(readFileSync(join(folder, 'tightfit.json'), 'utf8')) as CheckResult).services[0];
}

function readyState(): unknown {
  return resultOf()?.declared?.steps.find(({ kind }) => kind === 'ready')?.state;
}

/** How the test of the service ended. */
function testStep(): unknown {
  const step = resultOf()?.declared?.steps.find(({ name }) => name === 'answers');
  return { state: step?.state, difference: step?.difference };
}

/**
 * Runs a check in a network of its own, in which something else has every address that the engine gives and answers with a
 * status; `apart`: what else is its own.
 */
async function checkElsewhere(policy: string, answered: number, apart: readonly string[] = []): Promise<string> {
  const impostor = join(folder, 'impostor.pl');
  writeFileSync(impostor, server(answered, '0.0.0.0'));
  const script = `
ip link set lo up
for net in 172.16.0.0/12 192.168.0.0/16 10.0.0.0/8; do ip route add local $net dev lo; done
perl ${impostor} & server=$!
'${process.execPath}' '${ROOT}/dist/cli.js' check '${policy}' --verbose --report-dir '${folder}'
kill $server`;
  const enter = ['unshare', '--net', ...apart, '--', 'sh', '-c', script];
  const [program = '', ...words] = process.getuid?.() === 0 ? enter : ['sudo', '-n', '-E', '--', ...enter];
  return new Promise((resolve) => {
    execFile(program, words, { cwd: '/', env: process.env, maxBuffer: 64 * 1024 * 1024 }, (_, stdout, stderr) => {
      resolve(stdout + stderr);
    });
  });
}

describe("from a network in which something else has the container's address", () => {
  it('the container is judged that answers wrongly, not the other', async () => {
    const text = await checkElsewhere(policyOf(500), 200);
    expect(text).toContain("from inside the container's network namespace");
    expect(testStep()).toEqual({ state: 'failed', difference: 'GET :8080/: status 500, expected 200' });
    expect(text).toContain('web: broken');
  });

  it('the container is judged that answers rightly, not the other', async () => {
    await checkElsewhere(policyOf(200), 500);
    expect(testStep()).toEqual({ state: 'passed', difference: '' });
  });

  it('the container is judged where the engine seems to be on another machine', async () => {
    const text = await checkElsewhere(policyOf(500), 200, ['--pid', '--fork', '--mount-proc']);
    expect(text).toContain("through a container of ours in the container's network");
    expect(testStep()).toEqual({ state: 'failed', difference: 'GET :8080/: status 500, expected 200' });
  });

  it('a service that listens on loopback alone is not reached', async () => {
    await checkElsewhere(policyOf(200, { address: '127.0.0.1', timeout: '2s' }), 200);
    expect(readyState()).toBe('failed');
  });
});

describe("from the network of the engine's machine", () => {
  it('the container is reached directly', async () => {
    const { stdout, stderr } = await tightfit(['check', policyOf(200), '--verbose', '--report-dir', folder]);
    expect(stdout + stderr).toContain(
      "over this machine's network; each connection is found in the container's network",
    );
    expect(testStep()).toEqual({ state: 'passed', difference: '' });
  });

  it('a service that listens on loopback alone is not reached', async () => {
    await tightfit(['check', policyOf(200, { address: '127.0.0.1', timeout: '2s' }), '--report-dir', folder]);
    expect(readyState()).toBe('failed');
  });
});
