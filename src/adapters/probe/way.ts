import type { Readable } from 'node:stream';
import type { ProbeTarget } from '../../ports.js';
import type { Connect } from './connect.js';

/** A way to connect, before anything is said on it. */
export interface Way {
  readonly connect: Connect;
  readonly description: string;
  readonly close: () => Promise<void>;
}

/** How relays are started. */
export interface RelaySetup {
  /** Absolute path of `relay.js`. */
  readonly script: string;
  /** Milliseconds after which a relay ends whatever happens. */
  readonly lifetime: number;
  /** Starts one in a container of ours that is joined to the network of the target's. Throws EnvironmentError when it cannot. */
  readonly startContainer: (target: ProbeTarget) => Promise<StartedRelay>;
}

/** The two ends of a relay's conversation. */
export interface StartedRelay {
  readonly input: Readable;
  readonly output: NodeJS.WritableStream;
  readonly close: () => Promise<void>;
}
