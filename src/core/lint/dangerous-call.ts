/** What a call gives to whoever takes a service over; `null` for calls that ordinary services make. */
export function dangerOf(name: string): string | null {
  return DANGERS.find(({ names }) => names.includes(name))?.danger ?? null;
}

/** Sources: the man pages of the calls, and the reasons in data/syscall-risk.csv and data/cve-syscalls.csv. */
const DANGERS: readonly { readonly names: readonly string[]; readonly danger: string }[] = [
  {
    names: ['ptrace', 'process_vm_readv', 'process_vm_writev', 'process_madvise', 'pidfd_getfd', 'kcmp'],
    danger: 'reaches into other processes of the container, their memory, registers and open files',
  },
  { names: ['bpf'], danger: 'loads code into the kernel' },
  { names: ['perf_event_open'], danger: 'watches the kernel itself, by code with a history of exploits' },
  { names: ['userfaultfd'], danger: 'stops the kernel midway, which exploits of races need' },
  { names: ['keyctl', 'add_key', 'request_key'], danger: "reaches the kernel's keyrings, which containers share" },
  { names: ['init_module', 'finit_module', 'delete_module'], danger: 'changes what the kernel consists of' },
  { names: ['kexec_load', 'kexec_file_load', 'reboot'], danger: 'restarts the host' },
  {
    names: 'mount umount umount2 move_mount mount_setattr fsopen fsconfig fsmount fspick open_tree pivot_root'.split(
      ' ',
    ),
    danger: 'mounts file systems and changes what the container sees of the host',
  },
  { names: ['open_by_handle_at'], danger: 'opens files by number, those outside of the container too' },
  { names: ['setns', 'unshare'], danger: 'enters and makes namespaces, in which a process holds every capability' },
  { names: ['ioperm', 'iopl'], danger: 'reaches the hardware directly' },
  { names: ['syslog'], danger: "reads the kernel's log, addresses included" },
  { names: ['settimeofday', 'clock_settime'], danger: "changes the host's clock" },
  { names: ['swapon', 'swapoff', 'quotactl', 'quotactl_fd', 'acct'], danger: 'manages the whole host' },
];
