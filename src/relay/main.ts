import { assertEntered, becomeOrdinary } from './place.js';
import { relay } from './relay.js';

/**
 * `relay.js LIFETIME PID CONTAINER ADDRESS [UID GID]`, started in a container's network namespace: connects to the container's own
 * address for its parent, and ends when its input ends or its lifetime, in milliseconds, is over.
 */
const [lifetime = '', pid = '', container = '', address = '', uid, gid] = process.argv.slice(2);

// The parent decides when it is over: Ctrl-C in its terminal reaches this process too.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);

try {
  assertEntered({ pid: Number(pid), container });
  if (uid !== undefined && gid !== undefined) becomeOrdinary(Number(uid), Number(gid));
  await relay({ input: process.stdin, output: process.stdout, address, lifetime: Number(lifetime) });
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 3;
}
