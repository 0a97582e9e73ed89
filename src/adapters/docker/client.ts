import type { Agent } from 'node:http';
import Dockerode, { type DockerOptions } from 'dockerode';
import { EnvironmentError } from '../../core/errors.js';
import type { Endpoint } from './address.js';
import { ask } from './ask.js';
import { readCertificates } from './certificates.js';
import { textAt } from './field.js';
import { askPodman, type Podman } from './podman.js';
import { podmanVersion } from './podman-version.js';
import { sshAgent } from './ssh-connection.js';

/** A connection to an engine, in an API version both sides know. */
export interface Client {
  readonly docker: Dockerode;
  readonly endpoint: Endpoint;
  /** e.g. `1.41`. */
  readonly apiVersion: string;
  /** The engine's answer to `/version`. */
  readonly version: unknown;
  /** `null` when the engine is not Podman. */
  readonly podman: Podman | null;
}

/** The newest API version this program was written for. https://docs.docker.com/reference/api/engine/#api-version-matrix */
const OURS = '1.47';

/** The oldest whose options are all honoured: private cgroup namespaces came with it. */
const OLDEST = '1.41';

/** Connects to an engine. Throws EnvironmentError when it does not answer, or when it is too old or too new. */
export async function connect(endpoint: Endpoint): Promise<Client> {
  const target = await targetOf(endpoint);
  const unversioned = new Dockerode(target);
  const version: unknown = await ask(endpoint, { doing: 'tell its version' }, () => unversioned.version());
  const podman = podmanVersion(version);
  const apiVersion = negotiate({ newest: textAt(version, 'ApiVersion'), oldest: textAt(version, 'MinAPIVersion') });
  const speaking = (prefix: string): Dockerode => new Dockerode({ ...target, version: prefix });
  return {
    docker: speaking(`v${apiVersion}`),
    endpoint,
    apiVersion,
    version,
    podman: podman === null ? null : await askPodman(endpoint, podman, speaking(`v${podman}/libpod`)),
  };
}

/** docker-modem takes an agent, which dockerode's types leave out. */
interface Target extends DockerOptions {
  readonly agent?: Agent;
}

/** Everything is said, as docker-modem fills what is missing from DOCKER_HOST and its siblings. */
async function targetOf({ address, certificates }: Endpoint): Promise<Target> {
  const unlimited = { timeout: 0, pathPrefix: '/' };
  if (address.kind === 'unix') return { ...unlimited, host: '', socketPath: address.socketPath, protocol: 'http' };
  if (address.kind === 'ssh')
    return { ...unlimited, host: 'docker', port: 80, protocol: 'http', agent: sshAgent(address) };
  const { host, port } = address;
  if (certificates === null) return { ...unlimited, host, port, protocol: 'http' };
  return { ...unlimited, host, port, protocol: 'https', ...(await readCertificates(certificates)) };
}

/** The older of the engine's newest API version and ours. Throws EnvironmentError when there is none that both know. */
export function negotiate(engine: { readonly newest: string; readonly oldest: string }): string {
  if (isOlder(engine.newest, OLDEST)) {
    throw new EnvironmentError(
      `the engine speaks API version ${engine.newest || 'unknown'}, and at least ${OLDEST} is needed`,
      'Use Docker 20.10 or newer.',
    );
  }
  if (isOlder(OURS, engine.oldest)) {
    throw new EnvironmentError(
      `the engine speaks API versions from ${engine.oldest} on, and this program up to ${OURS}`,
      'Use a newer version of Tightfit.',
    );
  }
  return isOlder(engine.newest, OURS) ? engine.newest : OURS;
}

function isOlder(one: string, other: string): boolean {
  const [major = 0, minor = 0] = one.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}
