import { isRoot } from '../capability/grant.js';
import type { Declared, DockerfileFacts } from '../image/dockerfile.js';
import { mountTarget } from '../policy/mount-target.js';
import { oneLine } from './yaml-text.js';

/** What an image says about the service in it. Texts are foreign but for `unknown`. */
export interface ServiceFacts {
  /** TCP ports it exposes, sorted. */
  readonly ports: readonly number[];
  /** As a policy takes it; `null`: root, or not known. */
  readonly user: string | null;
  readonly hasHealthcheck: boolean;
  /** Where it declares volumes, so far as one can be mounted there. */
  readonly volumes: readonly string[];
  /** Entry point and command in words; empty when not known. */
  readonly start: string;
  /** Empty: the engine's own, SIGTERM. */
  readonly stopSignal: string;
  /** What could not be told, a noun phrase each. */
  readonly unknown: readonly string[];
}

/** The part of an image's configuration that facts are made of. */
export interface ImageConfiguration {
  readonly user: string;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly exposedPorts: readonly string[];
  readonly volumes: readonly string[];
  readonly hasHealthcheck: boolean;
  readonly stopSignal: string | null;
}

/** Of an image that nobody has looked at. */
export const NOTHING_KNOWN: ServiceFacts = {
  ports: [],
  user: null,
  hasHealthcheck: false,
  volumes: [],
  start: '',
  stopSignal: '',
  unknown: [],
};

/** The facts of an image that an engine has. */
export function factsOfImage(image: ImageConfiguration): ServiceFacts {
  return {
    ports: tcpPorts(image.exposedPorts),
    user: acceptedUser(image.user),
    hasHealthcheck: image.hasHealthcheck,
    volumes: mountable(image.volumes),
    start: [...image.entrypoint, ...image.command].map(shown).join(' '),
    stopSignal: image.stopSignal ?? '',
    unknown: [],
  };
}

/** The facts that a Dockerfile alone tells; what its base image adds is not among them. */
export function factsOfDockerfile(dockerfile: DockerfileFacts): ServiceFacts {
  const { exposed, user, healthcheck, volumes, entrypoint, command, stopSignal } = dockerfile;
  return {
    ports: tcpPorts(known(exposed)),
    user: acceptedUser(user?.value ?? ''),
    hasHealthcheck: healthcheck?.value?.toUpperCase() === 'CMD',
    volumes: mountable(known(volumes)),
    start: [entrypoint, command].flatMap((part) => part?.value ?? []).join(' '),
    stopSignal: stopSignal?.value ?? '',
    unknown: unknownParts(dockerfile),
  };
}

/** The most ports that are taken up: a range may name thousands. */
const MOST_PORTS = 64;

/** Ports of `80/tcp`, `137-139/tcp` and `53/udp`, sorted: those of TCP that there are. */
function tcpPorts(exposed: readonly string[]): readonly number[] {
  const ports = exposed.flatMap((text) => {
    const [, first, last = first] = /^(\d{1,5})(?:-(\d{1,5}))?\/tcp$/i.exec(text) ?? [];
    if (first === undefined) return [];
    const count = Math.min(MOST_PORTS, Number(last) - Number(first) + 1);
    return Array.from({ length: Math.max(0, count) }, (_, index) => Number(first) + index);
  });
  const valid = [...new Set(ports)].filter((port) => port >= 1 && port <= 65_535);
  return valid.sort((a, b) => a - b).slice(0, MOST_PORTS);
}

/** What a policy takes for a user; the schema says the same. */
const USER = /^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,255}(?::[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,255})?$/;

function acceptedUser(user: string): string | null {
  return isRoot(user) || !USER.test(user) ? null : user;
}

function mountable(paths: readonly string[]): readonly string[] {
  const targets = paths.flatMap((path) => {
    const target = path.includes(':') || path.includes('\0') ? null : mountTarget(path);
    return target === null || 'mistake' in target ? [] : [target.value];
  });
  return [...new Set(targets)].sort();
}

function known(declared: readonly Declared[]): readonly string[] {
  return declared.flatMap(({ value }) => value ?? []);
}

function unknownParts({ base, user, exposed, volumes, healthcheck }: DockerfileFacts): readonly string[] {
  const open: string[] = [];
  const note = (what: string, declared: Declared): void => {
    if (declared.value === null)
      open.push(`${what} in line ${declared.location.line}, which depends on a variable without a value here`);
  };
  for (const port of exposed) note('EXPOSE', port);
  for (const volume of volumes) note('VOLUME', volume);
  if (user !== null) note('USER', user);
  if (base.value === null) note('FROM', base);
  else if (base.value !== 'scratch' && (user === null || healthcheck === null || exposed.length === 0)) {
    open.push(`what ${oneLine(base.value, 80)} sets for itself (user, ports, health check)`);
  }
  return [...new Set(open)];
}

/** A word as a shell would take it. */
function shown(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : JSON.stringify(word);
}
