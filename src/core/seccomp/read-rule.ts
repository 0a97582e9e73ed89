import { CAPABILITIES, type Capability } from '../capability/names.js';
import { ACTIONS } from './action.js';
import { GO_ARCH_ALIASES, GO_ARCHES } from './arch.js';
import type { JsonValue } from './json-document.js';
import { replaceString } from './json-fix.js';
import { OPERATORS } from './operator.js';
import type { ArgumentCondition, KernelVersion, RuleScope, SyscallRule } from './profile.js';
import type { JsonObject, ProfileReader } from './profile-reader.js';

/**
 * The largest error number libseccomp takes, one less than the kernel's; with a higher one the container does not start.
 * Source: https://github.com/seccomp/libseccomp/blob/v2.6.0/src/db.c (db_action_valid)
 */
export const MAX_ERRNO = 4094n;

const MAX_ARGUMENT = 5n;
const MAX_VALUE = 2n ** 64n - 1n;
const MAX_KERNEL_PART = 255;
const RULE_KEYS = ['names', 'name', 'action', 'errnoRet', 'args', 'comment', 'includes', 'excludes', 'errno'];
const ARGUMENT_KEYS = ['index', 'value', 'valueTwo', 'op'];
const SCOPE_KEYS = ['caps', 'arches', 'minKernel'];
const CAPABILITY_LIST = {
  words: CAPABILITIES.map((name) => `CAP_${name}` as const),
  what: 'capability',
  rule: 'unknown-capability',
  aliases: new Map(CAPABILITIES.map((name) => [name.toLowerCase(), `CAP_${name}` as const])),
} as const;

const ARCH_LIST = { words: GO_ARCHES, what: 'architecture', rule: 'invalid-arch', aliases: GO_ARCH_ALIASES } as const;

/** One entry of `syscalls`; `null` with findings when it cannot be used. */
export function readRule(reader: ProfileReader, value: JsonValue): SyscallRule | null {
  const object = reader.object(value, RULE_KEYS, 'a rule');
  if (object === null) return null;
  const action = reader.word(reader.required(object, 'action', 'a rule has to say what happens'), {
    words: ACTIONS,
    what: 'action',
  });
  const errnoRet = reader.number(reader.optional(object, 'errnoRet'), { max: MAX_ERRNO, what: '"errnoRet"' });
  const rest = { ...readNames(reader, object), args: readArguments(reader, object), ...readScopes(reader, object) };
  const comment = reader.text(reader.optional(object, 'comment'), '"comment"') ?? '';
  if (action === null) return null;
  return { ...rest, action, errnoRet: errnoRet === null ? null : Number(errnoRet), comment, location: value.location };
}

function readNames(reader: ProfileReader, object: JsonObject): Pick<SyscallRule, 'names' | 'nameLocations'> {
  const name = reader.optional(object, 'name');
  const names = reader.elements(reader.optional(object, 'names'), '"names"');
  const values = name === null ? names : [name, ...names];
  if (name !== null && names.length > 0) {
    reader.report({
      location: name.location,
      message: '"name" and "names" stand in one rule, and Docker refuses that',
      advice: 'Keep "names".',
    });
  } else if (values.length === 0) {
    reader.report({ location: object.location, message: 'the rule names no syscall', advice: 'Add "names".' });
  } else if (name?.kind === 'string') reportLegacyName(reader, object, name);
  const read = values.flatMap((value) => readName(reader, value));
  return { names: read.map(({ text }) => text), nameLocations: read.map(({ location }) => location) };
}

/** Docker's format before 1.12; other readers of profiles do not all take it. */
function reportLegacyName(reader: ProfileReader, object: JsonObject, name: JsonText): void {
  const location = object.members.get('name')?.keyLocation ?? object.location;
  const title = `Write "names": [${JSON.stringify(name.text)}].`;
  const edits = [
    replaceString(location, 'name', '"names"'),
    replaceString(name.location, name.text, `[${JSON.stringify(name.text)}]`),
  ];
  reader.report({
    location,
    message: '"name" is the old way to name one call: Docker still reads it, other engines may not',
    advice: title,
    rule: 'legacy-name',
    severity: 'note',
    fix: { title, edits },
  });
}

type JsonText = Extract<JsonValue, { kind: 'string' | 'number' | 'boolean' }>;

function readName(reader: ProfileReader, value: JsonValue): { text: string; location: JsonValue['location'] }[] {
  const text = reader.text(value, 'a syscall name');
  if (text === null) return [];
  const { location } = value;
  if (text === '') reader.report({ location, message: 'a syscall name is empty', advice: 'Remove it.' });
  return [{ text, location }];
}

function readArguments(reader: ProfileReader, object: JsonObject): readonly ArgumentCondition[] {
  return reader
    .elements(reader.optional(object, 'args'), '"args"')
    .map((value) => readArgument(reader, value))
    .filter((condition) => condition !== null);
}

function readArgument(reader: ProfileReader, value: JsonValue): ArgumentCondition | null {
  const object = reader.object(value, ARGUMENT_KEYS, 'an argument condition');
  if (object === null) return null;
  const why = 'a condition has to say what is compared';
  const index = reader.number(reader.required(object, 'index', why), { max: MAX_ARGUMENT, what: '"index"' });
  const operator = reader.word(reader.required(object, 'op', why), { words: OPERATORS, what: 'operator' });
  const compared = reader.number(reader.required(object, 'value', why), { max: MAX_VALUE, what: '"value"' });
  const valueTwo = reader.number(reader.optional(object, 'valueTwo'), { max: MAX_VALUE, what: '"valueTwo"' }) ?? 0n;
  if (index === null || operator === null || compared === null) return null;
  return { index: Number(index), operator, value: compared, valueTwo, location: value.location };
}

function readScopes(reader: ProfileReader, object: JsonObject): Pick<SyscallRule, 'includes' | 'excludes'> {
  return {
    includes: readScope(reader, reader.optional(object, 'includes'), '"includes"'),
    excludes: readScope(reader, reader.optional(object, 'excludes'), '"excludes"'),
  };
}

function readScope(reader: ProfileReader, value: JsonValue | null, what: string): RuleScope {
  const object = value === null ? null : reader.object(value, SCOPE_KEYS, what);
  if (object === null) return { capabilities: [], arches: [], minKernel: null };
  return {
    capabilities: reader
      .elements(reader.optional(object, 'caps'), '"caps"')
      .map((name) => readCapability(reader, name))
      .filter((name) => name !== null),
    arches: reader
      .elements(reader.optional(object, 'arches'), '"arches"')
      .map((name) => reader.word(name, ARCH_LIST))
      .filter((name) => name !== null),
    minKernel: readKernel(reader, reader.optional(object, 'minKernel')),
  };
}

/** The engine compares texts here, so that only the full upper-case name counts. */
function readCapability(reader: ProfileReader, value: JsonValue): Capability | null {
  const name = reader.word(value, CAPABILITY_LIST);
  return CAPABILITIES.find((candidate) => name === `CAP_${candidate}`) ?? null;
}

/** Source: https://github.com/moby/profiles/blob/main/seccomp/seccomp.go (KernelVersion.UnmarshalJSON) */
function readKernel(reader: ProfileReader, value: JsonValue | null): KernelVersion | null {
  const text = reader.text(value, '"minKernel"');
  if (value === null || text === null || text === '') return null;
  const [, major, minor] = (/^(\d+)\.(\d+)$/.exec(text) ?? []).map(Number);
  if (major === undefined || minor === undefined || Math.max(major, minor) > MAX_KERNEL_PART || major + minor === 0) {
    const message = `${JSON.stringify(text)} is no kernel version`;
    reader.report({ location: value.location, message, advice: 'Expected two numbers, for example "4.8".' });
    return null;
  }
  return { major, minor };
}
