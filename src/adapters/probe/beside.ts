import type { ProbeTarget } from '../../ports.js';
import { RelayLink } from './relay-link.js';
import type { RelaySetup, Way } from './way.js';

/** How long the relay may take to say that it runs, in milliseconds. */
const START_WITHIN = 30_000;

/** Reaches a container through one of ours that shares its network. Throws EnvironmentError when that cannot be had. */
export async function openBeside({ startContainer }: RelaySetup, target: ProbeTarget): Promise<Way> {
  const relay = await startContainer(target);
  const link = new RelayLink(relay.input, relay.output);
  relay.input.once('end', () => {
    link.end();
  });
  try {
    await link.ready(START_WITHIN);
  } catch (error) {
    await relay.close();
    throw error;
  }
  return {
    description: "through a container of ours in the container's network",
    connect: (port, signal) => link.connect(port, signal),
    close: async () => {
      relay.output.end();
      await relay.close();
    },
  };
}
