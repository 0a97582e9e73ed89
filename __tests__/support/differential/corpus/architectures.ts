import { allow, refuse, when } from '../../resolved-profile.js';
import { engineProfile, runtimeProfile, type CorpusProfile } from './corpus-profile.js';

const NATIVE = 'SCMP_ARCH_X86_64';
const X86 = 'SCMP_ARCH_X86';
const X32 = 'SCMP_ARCH_X32';
const RULES = [
  allow(['ioctl', 'statx', 'io_setup', 'socket', 'connect', 'semget', 'ptrace', 'rt_sigaction', 'recvfrom']),
  allow(['personality'], { args: [when(0, 'EQ', '4294967295')] }),
  allow(['clone'], { args: [when(0, 'MASKED_EQ', 0x7e02_0000)] }),
  allow(['lseek'], { args: [when(1, 'EQ', String(2n ** 32n + 5n))] }),
];

const LISTS = [[NATIVE], [NATIVE, X32], [NATIVE, X86], [NATIVE, X86, X32], [X32], [X86], [X86, X32]];
const NUMBERS_OF_SOCKETS = [
  allow(['socket'], { args: [when(0, 'EQ', 1)] }),
  allow(['socket'], { args: [when(0, 'EQ', 2), when(1, 'EQ', 1)] }),
  allow(['accept4', 'listen', 'recv', 'send', 'shmat', 'msgctl', 'semtimedop']),
  allow(['bind'], { args: [when(1, 'EQ', 7)] }),
];

/** Which ABIs a profile lets in, in both forms and in none. */
export const ARCHITECTURES_CORPUS: readonly CorpusProfile[] = [
  engineProfile('neither form: the machine alone', RULES),
  ...LISTS.map((architectures) =>
    engineProfile(`a list of ${architectures.join(' and ')}`, RULES, { members: { architectures } }),
  ),
  ...LISTS.map((architectures) =>
    runtimeProfile(`a list of ${architectures.join(' and ')}, few calls`, [allow(['io_setup', 'socket'])], {
      architectures,
    }),
  ),
  engineProfile('an empty list', RULES, { members: { architectures: [] } }),
  engineProfile('a map with the machine alone', RULES, { members: mapOf({ [NATIVE]: [] }) }),
  engineProfile('a map with sub-architectures', RULES, { members: mapOf({ [NATIVE]: [X86, X32] }) }),
  engineProfile('a map with x32 and another machine', RULES, {
    members: mapOf({ [NATIVE]: [X32], SCMP_ARCH_AARCH64: ['SCMP_ARCH_ARM'] }),
  }),
  engineProfile('a map without the machine', RULES, { members: mapOf({ SCMP_ARCH_AARCH64: ['SCMP_ARCH_ARM'] }) }),
  engineProfile('a map that opens 32-bit x86, with calls made through others there', NUMBERS_OF_SOCKETS, {
    members: mapOf({ [NATIVE]: [X86] }),
  }),
  runtimeProfile('a permissive default with every ABI', [refuse(['ioctl', 'socket'])], {
    architectures: [NATIVE, X86, X32],
    defaultAction: 'SCMP_ACT_ALLOW',
  }),
  runtimeProfile('a default that kills, with every ABI', RULES, {
    architectures: [NATIVE, X86, X32],
    defaultAction: 'SCMP_ACT_KILL_PROCESS',
  }),
];

function mapOf(entries: Readonly<Record<string, readonly string[]>>): object {
  const archMap = Object.entries(entries).map(([architecture, subArchitectures]) => ({
    architecture,
    subArchitectures,
  }));
  return { archMap };
}
