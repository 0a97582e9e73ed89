import type { Duplex } from 'node:stream';

/**
 * Connects to a port of one container. Rejects with an error that has the system's code when that fails, with EnvironmentError when
 * something else than the container answers, and when the signal aborts; aborting later ends the connection. It is paused: nothing
 * that comes is lost before it is read.
 */
export type Connect = (port: number, signal: AbortSignal) => Promise<Duplex>;
