import { allow, refuse, when } from '../../resolved-profile.js';
import { engineProfile, type CorpusProfile } from './corpus-profile.js';

const X32 = { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X32'] };
const ACTION = 'SCMP_ACT_ALLOW';

/** How calls are named: the old form, names of no call or of other machines', repeated ones, aliases. */
export const NAMES_CORPUS: readonly CorpusProfile[] = [
  engineProfile('the old form with one name a rule', [
    { name: 'chroot', action: ACTION },
    { name: 'personality', action: ACTION, args: [when(0, 'EQ', 8)] },
    { name: 'clone3', action: 'SCMP_ACT_ERRNO', errnoRet: 38 },
  ]),
  engineProfile('both forms side by side', [{ name: 'chroot', action: ACTION }, allow(['mount', 'umount2'])]),
  engineProfile('names of no call', [allow(['no_such_call', 'chroot', 'another_one']), refuse(['nothing'])]),
  engineProfile('names of other machines', [
    allow(['arm_fadvise64_64', 'breakpoint', 'cacheflush', 's390_pci_mmio_read', 'sync_file_range2', 'swapcontext']),
    allow(['_llseek', 'chown32', 'socketcall', 'ipc', 'stat64', 'time64', 'clock_gettime64', 'waitpid', 'fstatat64']),
  ]),
  engineProfile('calls that came after some libseccomp', [
    allow(['cachestat', 'fchmodat2', 'futex_wait', 'futex_wake', 'futex_requeue', 'map_shadow_stack', 'mseal']),
    allow(['statmount', 'listmount', 'lsm_get_self_attr', 'uretprobe', 'set_mempolicy_home_node', 'futex_waitv']),
  ]),
  engineProfile(
    'calls that came after some libseccomp, with x32',
    [allow(['cachestat', 'fchmodat2', 'map_shadow_stack', 'mseal', 'uretprobe', 'futex_waitv', 'memfd_secret'])],
    { members: X32 },
  ),
  engineProfile('a name twice in one rule and in two', [allow(['chroot', 'chroot']), allow(['chroot', 'mount'])]),
  engineProfile('calls without an entry in the kernel', [
    allow([
      'afs_syscall',
      'create_module',
      'getpmsg',
      'nfsservctl',
      'security',
      'tuxcall',
      'uselib',
      'vserver',
      '_sysctl',
    ]),
  ]),
  engineProfile(
    'calls with numbers of their own on x32',
    [
      allow(['ioctl', 'readv', 'writev', 'recvfrom', 'sendmsg', 'recvmsg', 'ptrace', 'timer_create', 'mq_notify']),
      allow([
        'kexec_load',
        'waitid',
        'set_robust_list',
        'vmsplice',
        'move_pages',
        'preadv',
        'io_submit',
        'process_vm_readv',
      ]),
    ],
    { members: X32 },
  ),
  engineProfile('comments', [allow(['chroot'], { comment: 'for "chroot" \\ the call' })]),
];
