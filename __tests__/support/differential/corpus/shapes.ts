import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CAPABILITIES, DOCKER_DEFAULT_CAPABILITIES, type Capability } from '../../../../src/core/capability/names.js';
import { dockerDefault } from '../../../../src/core/seccomp/docker-default.js';
import { emitProfile } from '../../../../src/core/seccomp/emit.js';
import { syscallsOf } from '../../../../src/core/seccomp/syscalls.js';
import { ROOT } from '../../cli.js';
import { allow, refuse, when } from '../../resolved-profile.js';
import { engineProfile, type CorpusProfile } from './corpus-profile.js';

/** Capabilities that Docker's own profile has rules for. */
const WITH_RULES: readonly Capability[] = [
  'SYS_ADMIN',
  'SYS_PTRACE',
  'SYS_CHROOT',
  'SYS_MODULE',
  'SYS_PACCT',
  'SYS_RAWIO',
  'SYS_TIME',
  'SYS_TTY_CONFIG',
  'SYS_NICE',
  'SYS_BOOT',
  'SYSLOG',
  'BPF',
  'PERFMON',
  'DAC_READ_SEARCH',
];
const USUAL = [[], DOCKER_DEFAULT_CAPABILITIES, [...DOCKER_DEFAULT_CAPABILITIES, 'SYS_ADMIN'], CAPABILITIES] as const;
const EVERY = [...USUAL, ...WITH_RULES.map((name) => [name])];

/** Of https://kubernetes.io/docs/tutorials/security/seccomp/ (fine-grained.json). */
const FINE_GRAINED = [
  'accept4',
  'epoll_wait',
  'pselect6',
  'futex',
  'madvise',
  'epoll_ctl',
  'getsockname',
  'setsockopt',
  'vfork',
  'mmap',
  'read',
  'write',
  'close',
  'arch_prctl',
  'sched_getaffinity',
  'munmap',
  'brk',
  'rt_sigaction',
  'rt_sigprocmask',
  'sigaltstack',
  'gettid',
  'clone',
  'bind',
  'socket',
  'openat',
  'readlinkat',
  'exit_group',
  'epoll_create1',
  'listen',
  'rt_sigreturn',
  'sched_yield',
  'clock_gettime',
  'connect',
  'dup2',
  'epoll_pwait',
  'execve',
  'exit',
  'fcntl',
  'getpid',
  'getuid',
  'ioctl',
  'mprotect',
  'nanosleep',
  'open',
  'poll',
  'recvfrom',
  'sendto',
  'set_tid_address',
  'setitimer',
  'writev',
];

/** Profiles as people publish and use them. */
export const SHAPES_CORPUS: readonly CorpusProfile[] = [
  { title: "Docker's default", text: emitProfile(dockerDefault()), by: 'engine', capabilities: EVERY },
  {
    title: "Docker 20.10's default",
    text: readFile('__tests__/golden/lint-docker-default-20.10/profile.json'),
    by: 'engine',
    capabilities: EVERY,
  },
  { title: "the lab's profile", text: readFile('examples/samba/lab-profile.json'), by: 'engine', capabilities: USUAL },
  { title: "the Samba example's", text: readFile('examples/samba/profile.json'), by: 'engine', capabilities: USUAL },
  { title: "the nginx example's", text: readFile('examples/nginx/profile.json'), by: 'engine', capabilities: USUAL },
  engineProfile('Kubernetes: audit', [], { members: { defaultAction: 'SCMP_ACT_LOG' } }),
  engineProfile('Kubernetes: fine-grained', [allow(FINE_GRAINED)], {
    members: { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32'] },
  }),
  engineProfile('everything but a few', [refuse(['chmod', 'fchmod', 'fchmodat', 'chown', 'fchown', 'lchown'])], {
    members: { defaultAction: 'SCMP_ACT_ALLOW' },
  }),
  engineProfile('every call named', [allow(syscallsOf('x86_64').map(({ name }) => name))]),
  engineProfile(
    'what libseccomp knows, refused one by one',
    [
      refuse(
        syscallsOf('x86_64')
          .map(({ name }) => name)
          .filter((name) => name.startsWith('io_') || name.startsWith('key')),
        { errnoRet: 38 },
      ),
    ],
    { members: { defaultAction: 'SCMP_ACT_ALLOW', architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X32'] } },
  ),
  engineProfile('a web server, sockets by family', [
    allow(FINE_GRAINED.filter((name) => name !== 'socket' && name !== 'clone')),
    allow(['socket'], { args: [when(0, 'EQ', 1)] }),
    allow(['socket'], { args: [when(0, 'EQ', 2)] }),
    allow(['socket'], { args: [when(0, 'EQ', 10)] }),
    refuse(['clone3'], { errnoRet: 38 }),
    allow(['clone'], { args: [when(0, 'MASKED_EQ', 0x7e02_0000)] }),
  ]),
];

function readFile(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
