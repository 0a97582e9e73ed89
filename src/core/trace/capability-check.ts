import type { CapabilityAsked } from './event.js';
import type { Thread } from './thread.js';

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
  const { asked, tally } = thread;
  thread.asked = null;
  if (asked === null || tally === null) return;
  const index = asked * 2 + (answer === 0 ? 0 : 1);
  tally.capabilities[index] = (tally.capabilities[index] ?? 0) + 1;
}
