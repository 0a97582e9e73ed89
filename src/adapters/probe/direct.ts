import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { EnvironmentError } from '../../core/errors.js';
import { holdsConnection } from '../../core/smoke/tcp-connection.js';
import type { ProbeTarget } from '../../ports.js';
import type { Connect } from './connect.js';
import { ProbeError } from './probe-error.js';
import { connectionsOf, isTheContainers } from './proc-of-container.js';

/** How often the far end is looked for, and the milliseconds between two looks: a table that changes while it is read has gaps. */
const LOOKS = 10;
const PAUSE = 20;

/** How often a connection is made again that the service breaks before it was looked for: busy machines are slow to look. */
const CONNECTIONS = 3;

/**
 * Connects over this machine's network, and shows that the far end is in the container's network namespace before anything is sent.
 * @param proc the folder /proc
 */
export function connectDirectly(target: ProbeTarget, proc = '/proc'): Connect {
  return async (port, signal) => {
    for (let nth = 1; ; nth += 1) {
      const socket = await connected(target.address, port, signal);
      try {
        await assertAnswers(socket, target, proc);
        signal.throwIfAborted();
        return socket;
      } catch (error) {
        socket.destroy();
        signal.throwIfAborted();
        if (error !== socket.errored || nth === CONNECTIONS) throw error;
      }
    }
  };
}

function connected(host: string, port: number, signal: AbortSignal): Promise<Socket> {
  const socket = connect({ host, port, signal });
  // What comes, the end too, waits for who asked.
  socket.pause();
  return new Promise((resolve, reject) => {
    socket.on('error', reject).once('connect', () => {
      resolve(socket);
    });
  });
}

async function assertAnswers(socket: Socket, target: ProbeTarget, proc: string): Promise<void> {
  const near = { address: socket.localAddress ?? '', port: socket.localPort ?? 0 };
  for (let look = 0; look < LOOKS; look += 1) {
    if (holdsConnection(await connectionsOf(target.pid, proc), target.address, near)) return;
    if (socket.errored !== null) throw socket.errored;
    if (look > 0 && !(await isTheContainers(target, proc))) throw new ProbeError('the container has ended');
    // A broken connection is noticed by who reads; what comes is kept.
    socket.read(0);
    await sleep(PAUSE);
  }
  throw new EnvironmentError(
    `something else than the container answers at ${target.address}:${socket.remotePort ?? 0}: no socket of the container's network has this connection`,
    'Find what else has this address on this machine, for example another engine, a VPN or a redirection of the firewall.',
  );
}
