/** What the calls of one of systemd's groups are for, a phrase to follow `for`; `null` for a group that is not known. */
export function groupPurpose(group: string): string | null {
  return PURPOSES.get(group) ?? null;
}

/** The groups of `systemd-analyze syscall-filter`, systemd 252. */
const PURPOSES: ReadonlyMap<string, string> = new Map([
  ['@aio', 'asynchronous input and output'],
  ['@basic-io', 'reading, writing and closing what is open'],
  ['@chown', 'the ownership of files'],
  ['@clock', 'setting the clock'],
  ['@cpu-emulation', 'emulating another CPU'],
  ['@debug', 'debugging, tracing and measuring programs'],
  ['@default', 'what nearly every program does'],
  ['@file-system', 'files and folders'],
  ['@io-event', 'waiting for input and output'],
  ['@ipc', 'exchange between processes'],
  ['@keyring', "the kernel's keyrings"],
  ['@memlock', 'keeping memory from being swapped out'],
  ['@module', 'loading and unloading kernel modules'],
  ['@mount', 'mounting file systems'],
  ['@network-io', 'network and local sockets'],
  ['@obsolete', 'old programs only'],
  ['@pkey', 'memory protection keys'],
  ['@privileged', 'what needs privileges'],
  ['@process', 'starting and controlling processes'],
  ['@raw-io', 'I/O ports'],
  ['@reboot', 'restarting the machine or its kernel'],
  ['@resources', 'scheduling, priorities and limits'],
  ['@setuid', 'changing user and group'],
  ['@signal', 'signals'],
  ['@swap', 'swap space'],
  ['@sync', 'writing files through to the disk'],
  ['@timer', 'timers'],
]);
