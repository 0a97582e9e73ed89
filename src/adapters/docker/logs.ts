import type { Output } from '../../ports.js';
import { ask } from './ask.js';
import type { Client } from './client.js';
import { collectOutput } from './output.js';

/**
 * The last `limit` bytes a container wrote, which are at most as many lines. The engine keeps little more, see the log options in
 * host-config.ts.
 */
export async function containerLogs({ docker, endpoint }: Client, container: string, limit: number): Promise<Output> {
  const log = await ask(endpoint, { doing: "read a container's log" }, (abortSignal) =>
    docker.getContainer(container).logs({ stdout: true, stderr: true, follow: false, tail: limit, abortSignal }),
  );
  const { push, output } = collectOutput(limit);
  push(log);
  return output();
}
