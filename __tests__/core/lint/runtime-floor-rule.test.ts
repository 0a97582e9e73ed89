import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../src/core/finding.js';
import { applyEdits } from '../../../src/core/edit/text-edit.js';
import type { FilePosition } from '../../../src/core/fix.js';
import { rangesFloor, runtimeFloor } from '../../../src/core/fit/runtime-floor.js';
import { DEFAULT_RUNTIMES, type RuntimeRange } from '../../../src/core/fit/runtime-range.js';
import { lintService } from '../../../src/core/lint/lint.js';
import { serviceOfProfile } from '../../../src/core/lint/profile-alone.js';
import { parseProfile } from '../../../src/core/seccomp/parse-profile.js';
import { ENVIRONMENT } from '../../support/lint-folder.js';

const EXAMPLES = new URL('../../../examples/', import.meta.url);
const RUNC_1_1: RuntimeRange = { name: 'runc', from: [1, 1], to: [1, 1] };
const OF_1_1_5 = needed('1.1.5', true);

interface Setting {
  /** The engine's runc. */
  readonly version?: string;
  readonly runtimes?: readonly RuntimeRange[];
  readonly noNewPrivileges?: boolean;
  readonly started?: boolean;
}

function found(profile: string, setting: Setting = {}): readonly Finding[] {
  const { version, runtimes = DEFAULT_RUNTIMES, noNewPrivileges = true, started = false } = setting;
  const alone = serviceOfProfile('p.json');
  const runtime = version === undefined ? {} : { runtime: { name: 'runc', version } };
  return lintService({
    service: { ...alone, runtimes, run: { ...alone.run, noNewPrivileges } },
    profile: parseProfile('p.json', profile).profile,
    dockerfile: null,
    imageUser: null,
    environment: { ...ENVIRONMENT, ...runtime, started },
  });
}

function floorFindings(profile: string, setting: Setting = {}): readonly Finding[] {
  return found(profile, setting).filter(({ rule }) => rule === 'missing-runtime-floor');
}

function needed(version: string, noNewPrivileges: boolean): readonly string[] {
  return runtimeFloor({ name: 'runc', version, noNewPrivileges }).needs.map(({ call }) => call);
}

/** A profile that lets through these calls and, as `minimize` writes it, answers ENOSYS to some. */
function allowing(names: readonly string[], refused: readonly string[] = []): string {
  const rules = [
    { names: [...names, 'exit', 'exit_group'], action: 'SCMP_ACT_ALLOW' },
    ...(refused.length === 0 ? [] : [{ names: refused, action: 'SCMP_ACT_ERRNO', errnoRet: 38 }]),
  ];
  return JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', syscalls: rules }, null, 2);
}

describe('missing-runtime-floor', () => {
  test('is an error where this very version was seen not to start, and names what is missing', () => {
    const [own] = floorFindings(allowing(OF_1_1_5.filter((name) => name !== 'fstatfs')), { version: '1.1.5' });
    expect(own).toMatchObject({ severity: 'error', grants: ['fstatfs'] });
    expect(own?.message).toContain('what runc 1.1.5 needs with no-new-privileges');
    expect(own?.message).toMatch(/without them the container does not start$/);
  });

  test('is a warning where the version was not measured, or no engine was asked', () => {
    const profile = allowing(OF_1_1_5.filter((name) => name !== 'fstatfs'));
    expect(floorFindings(profile, { version: '1.9.9' })[0]?.severity).toBe('warning');
    const [lone, ...more] = floorFindings(profile, { runtimes: [RUNC_1_1] });
    expect(lone).toMatchObject({ severity: 'warning', grants: expect.arrayContaining(['fstatfs']) as unknown });
    expect(more).toEqual([]);
  });

  test('warns of what the other runtimes of the policy need, with the versions that do', () => {
    const [next, ...more] = floorFindings(allowing(OF_1_1_5), { version: '1.1.5' });
    expect(next).toMatchObject({ severity: 'warning', grants: expect.arrayContaining(['fstat', 'statx']) as unknown });
    expect(next?.message).toContain('calls that other runtimes of this policy need to start a container');
    expect(next?.message).toMatch(/fstat,.* statx \(runc 1\.3\.6\)/);
    expect(more).toEqual([]);
  });

  test('has nothing to say of runtimes that the policy does not name', () => {
    expect(floorFindings(allowing(needed('1.1.15', true)), { version: '1.1.5', runtimes: [RUNC_1_1] })).toEqual([]);
  });

  test('has nothing to say of the engine’s own runtime once a container started on it', () => {
    const setting = { version: '1.9.9', runtimes: [], started: true };
    expect(floorFindings(allowing(['execve', 'write']), setting)).toEqual([]);
    expect(floorFindings(allowing(['execve', 'write']), { ...setting, started: false })).toHaveLength(1);
  });

  test('asks for more without no-new-privileges', () => {
    const profile = allowing(rangesFloor(DEFAULT_RUNTIMES, true).needs.map(({ call }) => call));
    expect(floorFindings(profile)).toEqual([]);
    expect(floorFindings(profile, { noNewPrivileges: false })[0]?.grants).toEqual(
      expect.arrayContaining(['capset', 'setuid']),
    );
  });

  test('is mended by allowing what is named and refusing it no longer', () => {
    const profile = allowing(OF_1_1_5, ['fstat', 'io_setup', 'statx']);
    const [next] = floorFindings(profile, { version: '1.1.5' });
    const edits = (next?.fix?.edits ?? []).map(({ start, end, text }) => ({
      start: offsetOf(profile, start),
      end: offsetOf(profile, end),
      text,
    }));
    const mended = applyEdits(profile, edits);
    expect(found(mended, { version: '1.1.5' }).map(({ rule }) => rule)).not.toEqual(
      expect.arrayContaining(['missing-runtime-floor', 'conflicting-rules']),
    );
    expect(mended).toContain('"io_setup"');
  });

  test('is not contradicted by advice to refuse with ENOSYS what a runtime dies of', () => {
    const modern = found(allowing(OF_1_1_5)).filter(({ rule }) => rule === 'missing-modern-call');
    expect(modern.map(({ grants }) => grants).flat()).not.toContain('statx');
    expect(modern.map(({ advice }) => advice).join()).not.toContain('statx');
  });

  const profiles = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' });
  test.each(profiles.filter((path) => /^[^/]+\/(profile|profiles\/[^/]+)\.json$/.test(path)))(
    'has nothing to say of %s',
    (path) => {
      expect(floorFindings(readFileSync(new URL(path, EXAMPLES), 'utf8'), { version: '1.1.5' })).toEqual([]);
    },
  );
});

function offsetOf(text: string, { line, column }: FilePosition): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}
