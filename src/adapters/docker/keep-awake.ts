import { request } from 'node:http';
import type { Endpoint } from './address.js';

/** Events that nothing has. */
const NONE = encodeURIComponent(JSON.stringify({ label: ['tightfit.run=none'] }));

/**
 * Listens to events of the engine for as long as this process lives. A socket-activated Podman service ends 5 s after the last
 * question, and the next one is another process, which a recording that is under way does not follow.
 * https://docs.podman.io/en/latest/markdown/podman-system-service.1.html
 */
export function keepAwake({ address }: Endpoint): void {
  if (address.kind !== 'unix') return;
  const options = { socketPath: address.socketPath, path: `/events?filters=${NONE}`, agent: false };
  request(options, (answer) => {
    answer.on('error', ignore).resume();
  })
    .on('socket', (socket) => {
      socket.unref();
    })
    .on('error', ignore)
    .end();
}

/** Whoever asks the engine next hears of its trouble. */
function ignore(): void {
  // Nothing to do.
}
