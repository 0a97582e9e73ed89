/** A call that 32-bit x86 programs also make through another one, whose first argument selects it. */
export interface Multiplexed {
  readonly through: 'socketcall' | 'ipc';
  readonly selector: bigint;
}

/** How 32-bit x86 makes this call beside its own number, `null` for most calls. */
export function multiplexed(name: string): Multiplexed | null {
  const socket = SOCKET_CALLS.indexOf(name);
  if (socket !== -1) return { through: 'socketcall', selector: BigInt(socket + 1) };
  const selector = IPC_CALLS.get(name);
  return selector === undefined ? null : { through: 'ipc', selector };
}

/** In the order of SYS_SOCKET = 1: https://github.com/torvalds/linux/blob/v6.12/include/uapi/linux/net.h */
const SOCKET_CALLS = [
  'socket',
  'bind',
  'connect',
  'listen',
  'accept',
  'getsockname',
  'getpeername',
  'socketpair',
  'send',
  'recv',
  'sendto',
  'recvfrom',
  'shutdown',
  'setsockopt',
  'getsockopt',
  'sendmsg',
  'recvmsg',
  'accept4',
  'recvmmsg',
  'sendmmsg',
];

/** Source: https://github.com/torvalds/linux/blob/v6.12/include/uapi/linux/ipc.h */
const IPC_CALLS: ReadonlyMap<string, bigint> = new Map([
  ['semop', 1n],
  ['semget', 2n],
  ['semctl', 3n],
  ['semtimedop', 4n],
  ['msgsnd', 11n],
  ['msgrcv', 12n],
  ['msgget', 13n],
  ['msgctl', 14n],
  ['shmat', 21n],
  ['shmdt', 22n],
  ['shmget', 23n],
  ['shmctl', 24n],
]);
