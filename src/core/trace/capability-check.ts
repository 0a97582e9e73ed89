import type { CapabilityAsked } from './event.js';
import { NO_CALL, type Thread } from './thread.js';

/** SETGID, SETUID, SETPCAP: what every runtime asks of the container's own user namespace. */
const RUNTIME_CHECKS: readonly number[] = [6, 7, 8];

/**
 * A check in a container: the runtime's tell which user namespace is its own, and those against another one, or before the
 * command has begun, say nothing of the service.
 */
export function askCapability(thread: Thread, { capability, namespace, answer }: CapabilityAsked): void {
  const { container, running, role } = thread.process;
  thread.asked = null;
  if (container === null) return;
  if (!running) {
    if (role === 'init' && RUNTIME_CHECKS.includes(capability)) container.userNamespace = namespace;
    return;
  }
  if (container.userNamespace !== null && container.userNamespace !== namespace) return;
  thread.asked = capability;
  if (answer !== null) answerCapability(thread, answer);
}

/** `answer`: 0 or a negative error number. */
export function answerCapability(thread: Thread, answer: number): void {
  const { asked } = thread;
  thread.asked = null;
  if (asked === null || thread.tally === null) return;
  if (answer === 0) count(thread, asked, GRANTED);
  else if (thread.pending !== NO_CALL && asked !== FSETID) thread.withheld = [...thread.withheld, asked];
  else if (asked !== SYS_ADMIN) count(thread, asked, REFUSED);
}

/**
 * The call under way is over, or its return is out of sight. What was refused in a call that succeeds was asked just in case:
 * SYS_ADMIN for a reserve of memory at every mmap (cap_vm_enough_memory, security/commoncap.c), DAC_READ_SEARCH before the
 * DAC_OVERRIDE that is held (generic_permission, fs/namei.c).
 */
export function settleCapabilities(thread: Thread, { succeeded }: { readonly succeeded: boolean }): void {
  if (thread.withheld.length === 0) return;
  if (!succeeded) for (const capability of thread.withheld) count(thread, capability, REFUSED);
  thread.withheld = [];
}

function count({ tally }: Thread, capability: number, outcome: typeof GRANTED | typeof REFUSED): void {
  if (tally === null) return;
  const index = capability * 2 + outcome;
  tally.capabilities[index] = (tally.capabilities[index] ?? 0) + 1;
}

/** As the tally orders them. */
const GRANTED = 0;
const REFUSED = 1;
/** Refused without an error: a file only loses its setgid bit (setattr_should_drop_sgid, fs/attr.c). */
const FSETID = 4;
/** Outside of calls it is the reserve of memory, when a fault takes a page. */
const SYS_ADMIN = 21;
