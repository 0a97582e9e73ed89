import { PassThrough } from 'node:stream';
import { connectDirectly } from '../../src/adapters/probe/direct.js';
import { routeOver } from '../../src/adapters/probe/prober.js';
import { RelayLink } from '../../src/adapters/probe/relay-link.js';
import type { Connect } from '../../src/adapters/probe/connect.js';
import type { Route } from '../../src/ports.js';
import { relay } from '../../src/relay/relay.js';

const ADDRESS = '127.0.0.1';

/** Both ways to a service, as if this process and its network were a container. */
export const WAYS = ['directly', 'through a relay'] as const;

/** One of them. */
export function routeHere(way: (typeof WAYS)[number]): Route {
  const close = (): Promise<void> => Promise.resolve();
  return routeOver({ address: ADDRESS }, { connect: CONNECTS[way](), description: way, close });
}

const CONNECTS: Readonly<Record<(typeof WAYS)[number], () => Connect>> = {
  directly: () => connectDirectly({ container: '', pid: process.pid, network: '', address: ADDRESS }),
  'through a relay': () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    void relay({ input, output, address: ADDRESS, lifetime: 60_000 });
    const link = new RelayLink(output, input);
    return (port, signal) => link.connect(port, signal);
  },
};
