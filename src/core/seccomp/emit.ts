import type { ArgumentCondition, Architectures, KernelVersion, Profile, RuleScope, SyscallRule } from './profile.js';

/**
 * A profile as JSON text that dockerd 20.10 and every later one reads alike: names sorted within their rule, rules in their
 * own order (it can matter), nothing written that says nothing. `defaultErrnoRet` and `flags` are lost on dockerd
 * before 23.0; a profile that must mean the same everywhere does without them.
 */
export function emitProfile(profile: Profile): string {
  const written = {
    defaultAction: profile.defaultAction,
    ...present('defaultErrnoRet', profile.defaultErrnoRet),
    ...architecturesOf(profile.architectures),
    ...(profile.flags.length === 0 ? {} : { flags: profile.flags }),
    ...present('listenerPath', profile.listenerPath),
    ...present('listenerMetadata', profile.listenerMetadata),
    syscalls: profile.rules.map(ruleOf),
  };
  return `${JSON.stringify(written, digits, 2).replaceAll(QUOTED_VALUE, '$1$2')}\n`;
}

function architecturesOf(architectures: Architectures): object {
  if (architectures.kind === 'native') return {};
  return architectures.kind === 'list' ? { architectures: architectures.names } : { archMap: architectures.entries };
}

function ruleOf(rule: SyscallRule): object {
  return {
    names: [...rule.names].sort(),
    action: rule.action,
    ...present('errnoRet', rule.errnoRet),
    ...(rule.args.length === 0 ? {} : { args: rule.args.map(argumentOf) }),
    ...(rule.comment === '' ? {} : { comment: rule.comment }),
    ...scopeOf('includes', rule.includes),
    ...scopeOf('excludes', rule.excludes),
  };
}

function argumentOf({ index, operator, value, valueTwo }: ArgumentCondition): object {
  return { index, value, ...(valueTwo === 0n ? {} : { valueTwo }), op: operator };
}

function scopeOf(key: string, { capabilities, arches, minKernel }: RuleScope): object {
  const scope = {
    ...(capabilities.length === 0 ? {} : { caps: capabilities.map((name) => `CAP_${name}`) }),
    ...(arches.length === 0 ? {} : { arches }),
    ...present('minKernel', minKernel === null ? null : versionOf(minKernel)),
  };
  return Object.keys(scope).length === 0 ? {} : { [key]: scope };
}

function versionOf({ major, minor }: KernelVersion): string {
  return `${major}.${minor}`;
}

function present(key: string, value: string | number | null): object {
  return value === null ? {} : { [key]: value };
}

/** JSON.stringify knows no 64-bit numbers: they go through it as text and lose their quotes after. */
function digits(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

/** Only conditions have these keys, and no other text can begin a line like this: its quotes would be escaped. */
const QUOTED_VALUE = /^( *"value(?:Two)?": )"(\d+)"/gm;
