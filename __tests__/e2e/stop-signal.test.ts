import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CheckResult } from '../../src/core/result.js';
import { tightfit } from '../support/cli.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-e2e-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** How a service stops that handles no signal itself. */
async function stopOf(run: Readonly<Record<string, unknown>>): Promise<unknown> {
  const service = {
    image: 'debian:bookworm-slim',
    run: { command: ['sleep', 'infinity'], stop_grace_period: '1s', ...run },
    tests: [{ name: 'runs', exec: { command: ['true'] } }],
  };
  const policy = join(folder, 'tightfit.yml');
  writeFileSync(policy, JSON.stringify({ version: 1, services: { sleeper: service } }));
  await tightfit(['check', policy, '--quiet', '--report-dir', folder]);
  const result = JSON.parse(readFileSync(join(folder, 'tightfit.json'), 'utf8')) as CheckResult;
  const { steps, end } = result.services[0]?.declared ?? {};
  const stop = steps?.find(({ kind }) => kind === 'stop');
  return { state: stop?.state, difference: stop?.difference, exitCode: end?.exitCode };
}

describe('a service that its own stop signal ends', () => {
  it.each(['SIGKILL', 'kill', 9])('has stopped: %p', async (signal) => {
    expect(await stopOf({ stop_signal: signal })).toEqual({ state: 'passed', difference: '', exitCode: 137 });
  });

  it('has stopped: a signal that is left to programs', async () => {
    const stop = await stopOf({ stop_signal: 'RTMIN+3', init: true });
    expect(stop).toEqual({ state: 'passed', difference: '', exitCode: 165 });
  });
});

describe('a service that its stop signal does not end', () => {
  it('had to be killed', async () => {
    expect(await stopOf({ stop_signal: 'SIGRTMIN+3' })).toEqual({
      state: 'failed',
      difference: 'still running 1000 ms after SIGRTMIN+3, so it was killed',
      exitCode: 137,
    });
  });
});
