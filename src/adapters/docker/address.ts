import { UsageError } from '../../core/errors.js';
import { parseSshAddress, type SshAddress } from './ssh-address.js';

/** Where an engine listens. `url` is what the docker CLI takes as DOCKER_HOST. */
export type Address =
  | { readonly kind: 'unix'; readonly url: string; readonly socketPath: string }
  | { readonly kind: 'tcp'; readonly url: string; readonly host: string; readonly port: number }
  | SshAddress;

/** An engine's address and, over TLS, the folder with `ca.pem`, `cert.pem` and `key.pem`. */
export interface Endpoint {
  readonly address: Address;
  readonly certificates: string | null;
}

/** The ports Docker uses by default. https://docs.docker.com/reference/cli/dockerd/#daemon-socket-option */
const PLAIN_PORT = 2375;
const TLS_PORT = 2376;

/**
 * Reads an address as the docker CLI does. Throws UsageError for anything but `unix://`, `tcp://` and `ssh://`.
 * @param source where the address was found, for the message: `DOCKER_HOST`, `docker context "remote"`
 */
export function parseAddress(url: string, source: string): Address {
  if (url.startsWith('unix://')) return unixAddress(url.slice('unix://'.length));
  if (url.startsWith('ssh://')) return parseSshAddress(url, source);
  const tcp = tcpAddress(url.includes('://') ? url : `tcp://${url}`);
  if (tcp !== null) return tcp;
  throw new UsageError(
    `${source} is ${JSON.stringify(url)}, which is no engine address. Write unix:///path, tcp://host:port or ssh://user@host`,
  );
}

/** The address of a socket in the file system. */
export function unixAddress(socketPath: string): Address {
  const path = socketPath === '' ? '/var/run/docker.sock' : socketPath;
  return { kind: 'unix', url: `unix://${path}`, socketPath: path };
}

function tcpAddress(text: string): Address | null {
  const parsed = URL.canParse(text) ? new URL(text) : null;
  if (parsed === null || parsed.hostname === '' || !['tcp:', 'http:', 'https:'].includes(parsed.protocol)) return null;
  const port = parsed.port === '' ? (parsed.protocol === 'https:' ? TLS_PORT : PLAIN_PORT) : Number(parsed.port);
  return { kind: 'tcp', url: `tcp://${parsed.hostname}:${port}`, host: parsed.hostname.replace(/^\[|\]$/g, ''), port };
}
