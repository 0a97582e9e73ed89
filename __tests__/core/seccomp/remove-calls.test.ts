import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseProfile } from '../../../src/core/seccomp/parse-profile.js';
import type { Profile } from '../../../src/core/seccomp/profile.js';
import { removeCalls } from '../../../src/core/seccomp/remove-calls.js';
import { isLeftOf } from '../../support/left-of.js';

const LAB = readFileSync(new URL('../../../examples/samba/lab-profile.json', import.meta.url), 'utf8');

const PROFILE = `{
  "defaultAction": "SCMP_ACT_ERRNO",
  "syscalls": [
    { "names": ["read", "write",\t"open"], "action": "SCMP_ACT_ALLOW" },
    {
      "names": [
        "getcwd",
        "ptrace"
      ],
      "action": "SCMP_ACT_ALLOW", "comment": "read",
      "args": [{ "index": 0, "value": 18446744073709551615, "op": "SCMP_CMP_NE" }]
    },
    { "name": "read", "action": "SCMP_ACT_ALLOW" },
    { "names": ["read"], "action": "SCMP_ACT_ERRNO", "errnoRet": 38 },
    { "names": ["read", "arm_sync_file_range"], "action": "SCMP_ACT_ALLOW", "includes": { "arches": ["arm64"] } }
  ]
}
`;

function without(...names: readonly string[]): string | null {
  return removeCalls(PROFILE, { names: new Set(names), arch: 'amd64' });
}

describe('a profile that loses calls', () => {
  it('keeps its form, its order and what it says for other machines and of refusals', () => {
    const expected = PROFILE.replace('"read", "write"', '"write"').replace(
      '    { "name": "read", "action": "SCMP_ACT_ALLOW" },\n',
      '',
    );
    expect(without('read')).toBe(expected);
    expect(without('open', 'ptrace')).toBe(PROFILE.replace(',\t"open"', '').replace(',\n        "ptrace"', ''));
  });

  it('loses a rule with its last name', () => {
    expect(without('getcwd', 'ptrace')).toBe(PROFILE.replace(/ {4}\{\n[^]*?\n {4}\},\n/, ''));
  });

  it('is the same when it has none of them', () => {
    expect(without('mount')).toBe(PROFILE);
  });

  it('is left alone when it is none', () => {
    expect(removeCalls('{', { names: new Set(), arch: 'amd64' })).toBeNull();
    expect(removeCalls('{"defaultAction":"SCMP_ACT_ALLOW"}', { names: new Set(), arch: 'amd64' })).toBeNull();
  });
});

function read(text: string): Profile {
  const { profile } = parseProfile('', text);
  if (profile === null) throw new TypeError(`no profile: ${text}`);
  return profile;
}

/** Names with what is done with them, rule by rule. */
function named({ rules }: Profile, gone: ReadonlySet<string>): readonly unknown[] {
  return rules
    .map(({ names, action, errnoRet, args }) => ({
      action,
      errnoRet,
      args: args.map(({ value }) => String(value)),
      names: action === 'SCMP_ACT_ALLOW' ? names.filter((name) => !gone.has(name)) : names,
    }))
    .filter(({ names }) => names.length > 0);
}

describe('for any profile and any calls', () => {
  const name = fc.constantFrom('read', 'write', 'mmap', 'clone', 'getcwd', 'ptrace', 'mount', 'futex');
  const rule = fc.record({
    names: fc.array(name, { minLength: 1, maxLength: 6 }),
    action: fc.constantFrom('SCMP_ACT_ALLOW', 'SCMP_ACT_ERRNO', 'SCMP_ACT_KILL_PROCESS'),
  });
  const profiles = fc.record({
    defaultAction: fc.constant('SCMP_ACT_ERRNO'),
    syscalls: fc.array(rule, { maxLength: 5 }),
  });
  const indents = fc.constantFrom(undefined, 1, 2, '\t');

  it('the new one is the old one without them, and its text the old text with pieces left out', () => {
    fc.assert(
      fc.property(profiles, indents, fc.uniqueArray(name), (written, indent, names) => {
        const text = JSON.stringify(written, null, indent);
        const gone = new Set(names);
        const after = removeCalls(text, { names: gone, arch: 'amd64' }) ?? '';
        expect(named(read(after), new Set())).toEqual(named(read(text), gone));
        expect(isLeftOf(after, text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a real one likewise', () => {
    const scoped = read(LAB).rules.filter(({ includes }) => includes.arches.length > 0);
    const elsewhere = new Set(scoped.flatMap(({ names }) => names));
    const all = [...new Set(read(LAB).rules.flatMap(({ names }) => names))].filter((each) => !elsewhere.has(each));
    fc.assert(
      fc.property(fc.subarray(all, { minLength: 1, maxLength: all.length - 1 }), (names) => {
        const after = removeCalls(LAB, { names: new Set(names), arch: 'amd64' }) ?? '';
        expect(named(read(after), new Set())).toEqual(named(read(LAB), new Set(names)));
        expect(isLeftOf(after, LAB)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
