import type { Environment } from './cli.js';
import { connect, type Client } from './client.js';
import { findEndpoint } from './endpoint.js';

/** The connection is shared; after a failure the next call tries again. */
export function connectOnce(environment: Environment): () => Promise<Client> {
  let connecting: Promise<Client> | null = null;
  const start = async (): Promise<Client> => {
    try {
      return await connect(await findEndpoint(environment));
    } catch (error) {
      connecting = null;
      throw error;
    }
  };
  return () => (connecting ??= start());
}
