import type { Finding, Location } from '../finding.js';
import { ACTIONS } from './action.js';
import { SECCOMP_ARCH_ALIASES, SECCOMP_ARCHES, type SeccompArch } from './arch.js';
import { readJsonDocument, type JsonValue } from './json-document.js';
import type { ArchMapEntry, Architectures, Profile } from './profile.js';
import { ProfileReader, type JsonObject } from './profile-reader.js';
import { MAX_ERRNO, readRule } from './read-rule.js';

/** A profile, or `null` where a finding is an error; warnings leave it usable. */
export interface ParsedProfile {
  readonly profile: Profile | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads a seccomp profile in either of Docker's forms. Stricter than the engine where the engine drops what it does not
 * understand: a key it does not know is an error here. Never throws.
 * Sources: https://github.com/moby/profiles/blob/main/seccomp/seccomp.go and
 * https://github.com/opencontainers/runtime-spec/blob/v1.2.1/config-linux.md#seccomp
 * @param file as the user named it, for the places of findings
 */
export function parseProfile(file: string, text: string): ParsedProfile {
  const reader = new ProfileReader();
  const { root, mistakes } = readJsonDocument(file, text);
  for (const mistake of mistakes) reader.report(mistake);
  const profile = root === null ? null : readProfile(reader, file, root);
  const usable = !reader.findings.some(({ severity }) => severity === 'error');
  return { profile: usable ? profile : null, findings: reader.findings };
}

const PROFILE_KEYS = [
  'defaultAction',
  'defaultErrnoRet',
  'architectures',
  'archMap',
  'flags',
  'listenerPath',
  'listenerMetadata',
  'syscalls',
];
/** Source: https://github.com/opencontainers/runc/blob/main/libcontainer/seccomp/config.go */
const FLAGS = ['SECCOMP_FILTER_FLAG_TSYNC', 'SECCOMP_FILTER_FLAG_LOG', 'SECCOMP_FILTER_FLAG_SPEC_ALLOW'] as const;

const ARCH_LIST = {
  words: SECCOMP_ARCHES,
  what: 'architecture',
  rule: 'invalid-arch',
  aliases: SECCOMP_ARCH_ALIASES,
} as const;

function readProfile(reader: ProfileReader, file: string, root: JsonValue): Profile | null {
  const object = reader.object(root, PROFILE_KEYS, 'the profile');
  if (object === null) return null;
  const why = 'without it the engine refuses the profile, or turns seccomp off when there are no rules either';
  const defaultAction = reader.word(reader.required(object, 'defaultAction', why), { words: ACTIONS, what: 'action' });
  const errno = reader.number(reader.optional(object, 'defaultErrnoRet'), {
    max: MAX_ERRNO,
    what: '"defaultErrnoRet"',
  });
  const rest = { architectures: readArchitectures(reader, object), ...readExtras(reader, object) };
  const rules = reader
    .elements(reader.optional(object, 'syscalls'), '"syscalls"')
    .map((value) => readRule(reader, value))
    .filter((rule) => rule !== null);
  if (defaultAction === null) return null;
  return {
    file,
    defaultAction,
    defaultErrnoRet: errno === null ? null : Number(errno),
    ...rest,
    rules,
    locations: keyLocations(object),
    location: object.location,
  };
}

function readExtras(
  reader: ProfileReader,
  object: JsonObject,
): Pick<Profile, 'flags' | 'listenerPath' | 'listenerMetadata'> {
  return {
    flags: reader
      .elements(reader.optional(object, 'flags'), '"flags"')
      .map((value) => reader.word(value, { words: FLAGS, what: 'flag' }))
      .filter((flag) => flag !== null),
    listenerPath: reader.text(reader.optional(object, 'listenerPath'), '"listenerPath"'),
    listenerMetadata: reader.text(reader.optional(object, 'listenerMetadata'), '"listenerMetadata"'),
  };
}

function readArchitectures(reader: ProfileReader, object: JsonObject): Architectures {
  const list = reader.elements(reader.optional(object, 'architectures'), '"architectures"');
  const map = reader.elements(reader.optional(object, 'archMap'), '"archMap"');
  const names = list.map((value) => readArch(reader, value)).filter((name) => name !== null);
  const entries = map.map((value) => readArchMapEntry(reader, value)).filter((entry) => entry !== null);
  if (list.length > 0 && map.length > 0) {
    reader.report({
      location: object.members.get('archMap')?.keyLocation ?? object.location,
      message: '"architectures" and "archMap" stand in one profile, and Docker refuses that',
      advice: 'Keep "archMap".',
    });
  }
  if (entries.length > 0) return { kind: 'map', entries };
  return names.length > 0 ? { kind: 'list', names } : { kind: 'native' };
}

function readArchMapEntry(reader: ProfileReader, value: JsonValue): ArchMapEntry | null {
  const object = reader.object(value, ['architecture', 'subArchitectures'], 'an entry of "archMap"');
  if (object === null) return null;
  const named = reader.required(object, 'architecture', 'an entry of "archMap" has to say whose it is');
  const architecture = named === null ? null : readArch(reader, named);
  const subArchitectures = reader
    .elements(reader.optional(object, 'subArchitectures'), '"subArchitectures"')
    .map((name) => readArch(reader, name))
    .filter((name) => name !== null);
  return architecture === null ? null : { architecture, subArchitectures };
}

function readArch(reader: ProfileReader, value: JsonValue): SeccompArch | null {
  return reader.word(value, ARCH_LIST);
}

function keyLocations(object: JsonObject): ReadonlyMap<string, Location> {
  return new Map([...object.members].map(([key, { keyLocation }]) => [key, keyLocation]));
}
