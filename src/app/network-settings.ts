import { EnvironmentError } from '../core/errors.js';
import type { NetworkSettings } from '../core/fit/sysctl-notes.js';
import { startDeadline } from './deadline.js';
import type { Stage } from './stage.js';

const PORT_START = '/proc/sys/net/ipv4/ip_unprivileged_port_start';
const PING_GROUPS = '/proc/sys/net/ipv4/ping_group_range';

/** Milliseconds, and bytes of output, for one reading. */
const TIMEOUT = 5000;
const LIMIT = 1024;

/**
 * The settings as they are in a running container, read by its own `cat`, because the kernel shows them only to who is in its
 * network namespace.
 */
export async function readNetworkSettings(stage: Stage, container: string): Promise<NetworkSettings> {
  return {
    unprivilegedPortStart: await readInside(stage, container, PORT_START),
    pingGroupRange: await readInside(stage, container, PING_GROUPS),
  };
}

/** `null` when the container has no `cat`, or it does not answer. */
async function readInside({ world, signal }: Stage, container: string, path: string): Promise<string | null> {
  const deadline = startDeadline(world.clock, TIMEOUT, signal);
  try {
    const request = { command: ['cat', path], user: null, limit: LIMIT, signal: deadline.signal };
    const { exitCode, output } = await world.engine.exec(container, request);
    return exitCode === 0 ? output.stdout.trim().replace(/\s+/g, ' ') : null;
  } catch (error) {
    if (error instanceof EnvironmentError || deadline.expired()) return null;
    throw error;
  } finally {
    deadline.clear();
  }
}
