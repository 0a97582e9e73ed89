import { describe, expect, test } from '@jest/globals';
import { mergeMachineProfiles, type MergedProfile } from '../../src/app/merge-profiles.js';
import { UsageError } from '../../src/core/errors.js';
import type { CheckResult } from '../../src/core/result.js';
import type { Machine } from '../../src/core/seccomp/arch.js';
import { dockerDefault } from '../../src/core/seccomp/docker-default.js';
import { emitProfile } from '../../src/core/seccomp/emit.js';
import { fittedProfile } from '../../src/core/seccomp/fitted-profile.js';
import { resolve } from '../../src/core/seccomp/resolve.js';
import { json } from '../../src/report/json.js';
import { mergedProfileText } from '../../src/report/merged-profile-text.js';
import { PLAIN } from '../../src/report/terminal/look.js';
import { ENVIRONMENT } from '../support/resolved-profile.js';
import { minimized, minimizeReport } from '../support/sample-minimize.js';
import { result, service } from '../support/sample-results.js';

const USED = { amd64: ['capset', 'open', 'read'], arm64: ['capset', 'openat', 'read'] } as const;

function searched(arch: Machine, changes: { readonly noNewPrivileges?: boolean } = {}): CheckResult {
  const { key, proposal, syscalls } = minimizeReport();
  const reference = resolve(dockerDefault(), { ...ENVIRONMENT, arch });
  const fit = { allowed: USED[arch], reference, beyond: null, facts: [], compat: false };
  return minimized({
    key: { ...key, arch, ...changes },
    syscalls: { ...syscalls, used: USED[arch], frozen: ['capset'] },
    proposal: { ...proposal, usedProfile: emitProfile(fittedProfile(fit)) },
  });
}

function merge(results: Readonly<Record<string, CheckResult>>, chosen: string | null = null): Promise<MergedProfile> {
  const texts = new Map(Object.entries(results).map(([file, one]) => [file, json(one)]));
  const readText = (file: string): Promise<string> => Promise.resolve(texts.get(file) ?? '');
  const list = (folder: string): Promise<readonly string[]> =>
    Promise.resolve(texts.has(`${folder}/tightfit.json`) ? ['tightfit.json'] : []);
  const paths = [...texts.keys()].map((file) => file.replace(/\/tightfit\.json$/, ''));
  return mergeMachineProfiles({ readText, list }, { paths, service: chosen });
}

describe('results of searches on two machines', () => {
  const both = { 'amd64/tightfit.json': searched('amd64'), 'arm64/tightfit.json': searched('arm64') };

  test('become one profile, and it is told where each call was seen', async () => {
    const merged = await merge(both);
    expect(mergedProfileText({ ...merged, file: 'profile.json' }, { palette: PLAIN })).toBe(
      `samba: profile for amd64 and arm64
  amd64: 2 calls used, 1 kept (Docker 24.0.5, 2026-05-04)
  arm64: 2 calls used, 1 kept (Docker 24.0.5, 2026-05-04)

kept on amd64 for the runtime or as an identity getter (Docker 24.0.5, 2026-05-04); kept on arm64 for the runtime or as an identity getter (Docker 24.0.5, 2026-05-04)
    capset
used on amd64 (Docker 24.0.5, 2026-05-04); used on arm64 (Docker 24.0.5, 2026-05-04)
    read
used on amd64 (Docker 24.0.5, 2026-05-04)
    open
used on arm64 (Docker 24.0.5, 2026-05-04)
    openat

tightfit: wrote profile.json
`,
    );
  });

  test.each([
    ['a folder without one', { 'there.json': searched('amd64'), 'x/other.txt': result() }, null, 'no tightfit.json'],
    ['a result of a check', { 'one.json': result() }, 'samba', 'one.json cannot be merged: it does not tell'],
    ['none that minimizes', { 'one.json': result() }, null, 'none of the results tells what a service needs'],
    ['another service', { 'one.json': searched('amd64') }, 'web', 'it is not about the service web'],
    [
      'several services',
      {
        'one.json': {
          ...searched('amd64'),
          services: ['a', 'b'].map((name) => service({ name, minimize: minimizeReport() })),
        },
      },
      null,
      'the results are about a and b. Choose one with --service.',
    ],
    ['a profile of its own', { 'one.json': minimized() }, null, 'is not one that tightfit minimize wrote'],
    [
      'another treatment of privileges',
      { 'a.json': searched('amd64'), 'b.json': searched('arm64', { noNewPrivileges: false }) },
      null,
      'no-new-privileges in some of them and without in others',
    ],
  ])('are refused: %s', async (_, results: Readonly<Record<string, CheckResult>>, chosen, words) => {
    const merging = merge(results, chosen);
    await expect(merging).rejects.toThrow(words);
    await expect(merging).rejects.toBeInstanceOf(UsageError);
  });
});
