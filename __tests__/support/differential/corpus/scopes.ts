import type { Capability } from '../../../../src/core/capability/names.js';
import { allow, refuse } from '../../resolved-profile.js';
import { engineProfile, type CorpusProfile } from './corpus-profile.js';

const SETS: readonly (readonly Capability[])[] = [
  [],
  ['SYS_CHROOT'],
  ['SYS_ADMIN'],
  ['SYS_ADMIN', 'SYS_CHROOT'],
  ['SYS_PTRACE', 'SYS_TIME'],
];
const KERNELS = ['2.6', '4.8', '5.9', '6.0', '6.1', '6.8', '6.12', '6.18', '6.19', '7.0', '99.0'];
/** One call for each of them. */
const BY_KERNEL = [
  'chroot',
  'mount',
  'pivot_root',
  'ptrace',
  'bpf',
  'umount2',
  'setns',
  'unshare',
  'acct',
  'reboot',
  'kcmp',
];

/** When a rule counts: by capability, machine and kernel, and by several of them at once. */
export const SCOPES_CORPUS: readonly CorpusProfile[] = [
  engineProfile(
    'rules that capabilities bring',
    [
      allow(['chroot'], { includes: { caps: ['CAP_SYS_CHROOT'] } }),
      allow(['mount'], { includes: { caps: ['CAP_SYS_ADMIN'] } }),
      allow(['pivot_root'], { includes: { caps: ['CAP_SYS_ADMIN', 'CAP_SYS_CHROOT'] } }),
      allow(['ptrace'], { includes: { caps: ['CAP_SYS_PTRACE'] } }),
      allow(['settimeofday'], { includes: { caps: [] } }),
    ],
    { capabilities: SETS },
  ),
  engineProfile(
    'rules that capabilities take away',
    [
      refuse(['clone3'], { errnoRet: 38, excludes: { caps: ['CAP_SYS_ADMIN'] } }),
      allow(['chroot'], { excludes: { caps: ['CAP_SYS_ADMIN', 'CAP_SYS_CHROOT'] } }),
      allow(['mount'], { includes: { caps: ['CAP_SYS_ADMIN'] }, excludes: { caps: ['CAP_SYS_CHROOT'] } }),
      allow(['ptrace'], { excludes: { caps: ['CAP_SYS_PTRACE'] } }),
      allow(['settimeofday'], { excludes: { caps: [] } }),
    ],
    { capabilities: SETS },
  ),
  engineProfile(
    'a capability moves where the stub begins',
    [
      allow(['fsopen'], { includes: { caps: ['CAP_SYS_ADMIN'] } }),
      allow(['cachestat'], { excludes: { caps: ['CAP_SYS_TIME'] } }),
    ],
    { members: { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X32'] }, capabilities: SETS },
  ),
  engineProfile(
    'rules from a kernel on',
    KERNELS.map((minKernel, nth) => allow(BY_KERNEL.slice(nth, nth + 1), { includes: { minKernel } })),
  ),
  engineProfile(
    'rules up to a kernel',
    KERNELS.map((minKernel, nth) => allow(BY_KERNEL.slice(nth, nth + 1), { excludes: { minKernel } })),
  ),
  engineProfile('rules for machines', [
    allow(['chroot'], { includes: { arches: ['amd64'] } }),
    allow(['mount'], { includes: { arches: ['arm64', 'amd64'] } }),
    allow(['pivot_root'], { includes: { arches: ['x32', 'x86'] } }),
    allow(['ptrace'], { excludes: { arches: ['amd64'] } }),
    allow(['bpf'], { excludes: { arches: ['arm64', 's390x'] } }),
    allow(['umount2'], { includes: { arches: ['amd64'] }, excludes: { arches: ['amd64'] } }),
    allow(['setns'], { includes: { arches: [] }, excludes: { arches: [] } }),
  ]),
  engineProfile(
    'capability, machine and kernel together',
    [
      allow(['chroot'], { includes: { caps: ['CAP_SYS_ADMIN'], arches: ['amd64'], minKernel: '4.8' } }),
      allow(['mount'], { includes: { caps: ['CAP_SYS_ADMIN'], arches: ['amd64'], minKernel: '99.0' } }),
      allow(['ptrace'], { includes: { minKernel: '4.8' }, excludes: { caps: ['CAP_SYS_ADMIN'] } }),
      allow(['bpf'], { includes: { arches: ['amd64'] }, excludes: { minKernel: '99.0' } }),
    ],
    { capabilities: SETS },
  ),
];
