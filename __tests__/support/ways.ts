import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { RELAY_PROGRAMS } from '../../src/adapters/docker/relay/program.generated.js';
import { connectDirectly } from '../../src/adapters/probe/direct.js';
import { routeOver } from '../../src/adapters/probe/prober.js';
import { RelayLink } from '../../src/adapters/probe/relay-link.js';
import type { Connect } from '../../src/adapters/probe/connect.js';
import type { Route } from '../../src/ports.js';
import { relay } from '../../src/relay/relay.js';

const ADDRESS = '127.0.0.1';

/** All ways to a service, as if this process and its network were a container. */
export const WAYS = ['directly', 'through a relay', 'through the relay of a container'] as const;

/** One of them. */
export function routeHere(way: (typeof WAYS)[number]): Route {
  const close = (): Promise<void> => Promise.resolve();
  return routeOver({ address: ADDRESS }, { connect: CONNECTS[way](), description: way, close });
}

const CONNECTS: Readonly<Record<(typeof WAYS)[number], () => Connect>> = {
  directly: () => connectDirectly({ container: '', pid: process.pid, network: '', address: ADDRESS, labels: {} }),
  'through a relay': () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    input.write('what an engine gives it first');
    void relay({ input, output, address: ADDRESS, lifetime: 60_000 });
    const link = new RelayLink(output, input);
    return (port, signal) => link.connect(port, signal);
  },
  'through the relay of a container': () => {
    const folder = mkdtempSync(join(tmpdir(), 'tightfit-relay-'));
    const program = RELAY_PROGRAMS[process.arch === 'arm64' ? 'arm64' : 'amd64'];
    writeFileSync(join(folder, 'relay'), Buffer.from(program.base64, 'base64'), { mode: 0o755 });
    const child = spawn(join(folder, 'relay'), [ADDRESS], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.once('spawn', () => {
      rmSync(folder, { recursive: true });
    });
    child.stdin.write('what an engine gives it first');
    const link = new RelayLink(child.stdout, child.stdin);
    // It ends with this process.
    child.unref();
    for (const end of [child.stdin, child.stdout]) if ('unref' in end) (end as { unref: () => void }).unref();
    return (port, signal) => link.connect(port, signal);
  },
};
