import { allow, refuse, when } from '../../resolved-profile.js';
import { runtimeProfile, type CorpusProfile } from './corpus-profile.js';

const NATIVE = ['SCMP_ARCH_X86_64'];
const BOTH = ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X32'];
const ALL = ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32'];
const HIGHEST_NAMED = [['read'], ['write'], ['execveat'], ['statx'], ['pidfd_send_signal'], ['clone3'], ['openat2']];

/** Where the ENOSYS stub begins, and where there is none. */
export const STUB_CORPUS: readonly CorpusProfile[] = [
  ...HIGHEST_NAMED.map((names) =>
    runtimeProfile(`the highest name is ${names.join()}`, [allow(names)], { architectures: NATIVE }),
  ),
  ...[NATIVE, BOTH, ALL].flatMap((architectures) => [
    runtimeProfile(`no name at all for ${architectures.length} ABIs`, [], { architectures }),
    runtimeProfile(`a name no ABI has for ${architectures.length} ABIs`, [allow(['no_such_call'])], { architectures }),
    runtimeProfile(`read, number 0, for ${architectures.length} ABIs`, [allow(['read'])], { architectures }),
    runtimeProfile(`a name other machines have for ${architectures.length} ABIs`, [allow(['arm_fadvise64_64'])], {
      architectures,
    }),
    runtimeProfile(`numbers that differ between ${architectures.length} ABIs`, [allow(['ioctl', 'preadv2'])], {
      architectures,
    }),
  ]),
  runtimeProfile('no name, no list', []),
  runtimeProfile('one name, no list', [allow(['write'])]),
  runtimeProfile('the highest name is refused like the default', [allow(['read']), refuse(['clone3'])], {
    architectures: NATIVE,
  }),
  runtimeProfile('the highest name is refused otherwise', [allow(['read']), refuse(['clone3'], { errnoRet: 38 })], {
    architectures: NATIVE,
  }),
  runtimeProfile('the highest name has a condition', [allow(['statx'], { args: [when(0, 'EQ', 3)] })], {
    architectures: BOTH,
  }),
  runtimeProfile('nothing but an unknown name beside a known one', [allow(['read', 'no_such_call', 'statx'])], {
    architectures: BOTH,
  }),
  ...['ALLOW', 'LOG', 'TRACE'].map((name) =>
    runtimeProfile(`${name} has no stub`, [refuse(['read'])], {
      architectures: BOTH,
      defaultAction: `SCMP_ACT_${name}`,
    }),
  ),
  ...['KILL', 'KILL_PROCESS', 'TRAP', 'ERRNO'].map((name) =>
    runtimeProfile(`${name} has a stub`, [allow(['read', 'statx'])], {
      architectures: BOTH,
      defaultAction: `SCMP_ACT_${name}`,
    }),
  ),
];
