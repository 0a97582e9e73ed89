import { quote } from '../excerpt.js';
import { suggest } from '../suggest.js';
import { insideFolder } from './inside-folder.js';
import { refused, type Parsed } from './mistake.js';
import type { SeccompChoice } from './policy.js';

export type SecurityOption =
  | { readonly name: 'seccomp'; readonly choice: SeccompChoice }
  | { readonly name: 'no-new-privileges'; readonly on: boolean };

const NAMES = ['no-new-privileges', 'seccomp'] as const;
const EXPECTED = 'Expected no-new-privileges:true, or seccomp: with a file, default or unconfined.';

/** What Docker knows beyond these, and why a policy cannot say it. */
const OTHERS = [
  { name: 'apparmor', why: 'AppArmor profiles are not judged' },
  { name: 'label', why: 'SELinux labels are not judged' },
  { name: 'systempaths', why: "the engine's masked paths stay masked" },
  { name: 'writable-cgroups', why: 'control groups stay read-only' },
  { name: 'credentialspec', why: 'it is for Windows containers' },
];

/**
 * One entry of `security_opt`. Docker takes `=` as well as `:`.
 * Source: https://github.com/moby/moby/blob/v28.2.2/daemon/daemon_unix.go (parseSecurityOpt)
 */
export function parseSecurityOption(text: string): Parsed<SecurityOption> {
  const [, name = '', value] = /^([^:=]*)(?:[:=]([^]*))?$/.exec(text) ?? [];
  if (name === 'seccomp') return seccomp(value ?? '');
  if (name === 'no-new-privileges') return noNewPrivileges(value ?? 'true');
  const other = OTHERS.find((known) => known.name === name);
  if (other !== undefined) {
    return refused(`the security option ${quote(text)} cannot be expressed: ${other.why}`, EXPECTED);
  }
  const near = suggest(name, NAMES);
  return refused(`unknown security option ${quote(text)}`, near === null ? EXPECTED : `Did you mean ${near}?`);
}

function seccomp(value: string): Parsed<SecurityOption> {
  if (value === 'default' || value === 'unconfined') return { value: { name: 'seccomp', choice: { kind: value } } };
  if (value === '') return refused('the security option seccomp names no profile', EXPECTED);
  if (value.trimStart().startsWith('{')) {
    return refused('the security option seccomp holds a profile itself', 'Write it to a file and name that.');
  }
  const path = insideFolder(value);
  return 'mistake' in path ? path : { value: { name: 'seccomp', choice: { kind: 'file', path: path.value } } };
}

function noNewPrivileges(value: string): Parsed<SecurityOption> {
  if (value === 'true' || value === 'false') return { value: { name: 'no-new-privileges', on: value === 'true' } };
  return refused(`no-new-privileges is ${quote(value)}`, 'Write no-new-privileges:true or no-new-privileges:false.');
}
