import { quote } from '../excerpt.js';
import { suggest } from '../suggest.js';
import { insideFolder } from './inside-folder.js';
import { LABEL_PARTS } from './label-options.js';
import { refused, type Parsed } from './mistake.js';
import type { AppArmorChoice, LabelPart, SeccompChoice } from './policy.js';

export type SecurityOption =
  | { readonly name: 'seccomp'; readonly choice: SeccompChoice }
  | { readonly name: 'no-new-privileges'; readonly on: boolean }
  | { readonly name: 'apparmor'; readonly profile: AppArmorChoice }
  | { readonly name: 'label'; readonly part: LabelPart; readonly value: string }
  | { readonly name: 'label'; readonly part: 'disable' };

const NAMES = ['no-new-privileges', 'seccomp', 'apparmor', 'label'] as const;
const EXPECTED =
  'Expected no-new-privileges:true, seccomp: with a file, default or unconfined, apparmor= with a profile or unconfined, or label=.';
const EXPECTED_LABEL =
  'Expected label=disable, or label=user:, role:, type: or level: with a value, e.g. label=type:container_t.';
const LONGEST_NAME = 255;

/** What Docker knows beyond these, and why a policy cannot say it. */
const OTHERS = [
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
  if (name === 'apparmor') return appArmor(value ?? '');
  if (name === 'label') return label(value ?? '');
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

/** `unconfined` turns AppArmor off; every other name is a profile that the engine's machine has loaded. */
function appArmor(value: string): Parsed<SecurityOption> {
  if (value === '') return refused('the security option apparmor names no profile', EXPECTED_APPARMOR);
  if (value === 'unconfined') return { value: { name: 'apparmor', profile: { kind: 'unconfined' } } };
  if (value.length > LONGEST_NAME || !PROFILE_NAME.test(value)) {
    return refused(`invalid AppArmor profile name ${quote(value)}`, EXPECTED_APPARMOR);
  }
  return { value: { name: 'apparmor', profile: { kind: 'profile', name: value } } };
}

const EXPECTED_APPARMOR = 'Expected the name of a loaded profile, or unconfined.';
/** Printable, without space: what the kernel writes as a bare word in /proc/<pid>/attr/current. */
const PROFILE_NAME = /^[!-~]+$/;

/** Source: https://github.com/opencontainers/selinux/blob/v1.11.0/go-selinux/label/label_linux.go (InitLabels) */
function label(value: string): Parsed<SecurityOption> {
  if (value === 'disable') return { value: { name: 'label', part: 'disable' } };
  const [, name = '', text = ''] = /^([^:]*):([!-~]+)$/.exec(value) ?? [];
  const part = LABEL_PARTS.find((known) => known === name);
  if (part !== undefined) return { value: { name: 'label', part, value: text } };
  return refused(`invalid SELinux label ${quote(value)}`, EXPECTED_LABEL);
}
