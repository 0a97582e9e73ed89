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
}
