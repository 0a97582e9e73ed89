import { EnvironmentError } from '../../core/errors.js';
import type { Endpoint } from './address.js';
import { numberAt, textAt } from './field.js';
import { codeOf, messageOf } from '../thrown.js';

/** HTTP status of the engine's answer; 0 when it gave none. */
export function statusOf(error: unknown): number {
  return numberAt(error, 'statusCode');
}

/** The engine's own words, without what the client library wraps around them. */
export function wordsOf(error: unknown): string {
  const words = textAt(error, 'json', 'message');
  return words === ''
    ? messageOf(error)
        .replace(/^\(HTTP code \d+\) [^-]*- /, '')
        .trim()
    : words;
}

/**
 * What an engine's failure amounts to: its words, and what the reader can do. What is neither an answer of the engine nor an error
 * of the connection stays as it is: that is a mistake of ours.
 */
export function engineTrouble(endpoint: Endpoint, doing: string, error: unknown): unknown {
  if (error instanceof EnvironmentError || (statusOf(error) === 0 && codeOf(error) === '')) return error;
  const { url } = endpoint.address;
  if (statusOf(error) === 0) {
    const lost = `the engine at ${url} does not answer (${codeOf(error)}), so it could not ${doing}`;
    return new EnvironmentError(lost, 'Look whether it still runs (`docker info`) and start it again.', {
      cause: error,
    });
  }
  const words = wordsOf(error);
  const advice = machineAdvice(words) ?? 'Look at what the engine says, correct it and try again.';
  return new EnvironmentError(`the engine could not ${doing}: ${words}`, advice, { cause: error });
}

/** An engine that took longer than `patience` milliseconds. */
export function silentEngine({ address }: Endpoint, doing: string, patience: number): EnvironmentError {
  return new EnvironmentError(
    `the engine at ${address.url} did not ${doing} within ${patience / 1000} s`,
    'Look whether it is overloaded or hangs (`docker info`) and restart it.',
  );
}

/** Words and what helps against what they mean; the first that fits counts. */
type Advices = readonly (readonly [RegExp, string])[];

/**
 * Words that blame the machine, not the container. 524 is the kernel's ENOTSUPP, for want of memory for filters:
 * https://github.com/torvalds/linux/blob/v6.12/kernel/bpf/core.c (bpf_jit_charge_modmem)
 */
const MACHINE: Advices = [
  [/no space left on device|disk quota exceeded/i, 'Free disk space, for example with `docker system prune`.'],
  [
    /errno 524/,
    "The kernel's memory for filters is used up: stop other containers, or raise the sysctl net.core.bpf_jit_limit.",
  ],
  [
    /unable to apply caps|capability not supported by your kernel|error setting rlimit|setrlimit/,
    "The engine's own machine lacks the capability this takes: ask for less, or run on another machine.",
  ],
  [
    /fork\/exec \S+: (cannot allocate memory|resource temporarily unavailable)|accept4?: too many open files/,
    'The engine has reached a limit of its machine: stop other containers.',
  ],
  [
    /lookup init binary|catatonit/,
    "Install catatonit on the engine's machine, which Podman needs for `init: true`, or leave `init` out.",
  ],
  [/non-overlapping IPv4 address pool|all predefined address pools/, 'Remove unused networks: `docker network prune`.'],
  [
    /unable to retrieve OCI runtime error|failed to start shim/,
    "The engine's runtime is damaged: reinstall the engine.",
  ],
];

/** Words of registries and of the way there. */
const REGISTRY: Advices = [
  [/toomanyrequests|rate limit/i, 'The registry limits pulls: log in (`docker login`) or wait.'],
  [
    /denied|unauthorized|authentication required|manifest unknown|not found|does not exist/i,
    'Check the name of the image, and log in (`docker login`) where it is private.',
  ],
  [
    /no such host|server misbehaving|timeout|connection (refused|reset)|unreachable|TLS/i,
    'Check the network of the engine, or load the image beforehand (`docker load`).',
  ],
];

/** What to do about words that blame the machine; `null` when they do not. */
export function machineAdvice(words: string): string | null {
  return adviceIn(MACHINE, words);
}

/** Words of buildx that are not about the Dockerfile. */
const BUILDER: Advices = [
  [
    /not supported for the docker driver/i,
    'Name a builder of another driver in builder (`docker buildx create`), or let the engine keep images in containerd.',
  ],
  [/no builder .* found/i, 'Create the builder (`docker buildx create --name NAME`), or remove builder.'],
];

/** What to do about a line of a build that failed; `null` when it does not tell. */
export function buildAdvice(line: string): string | null {
  return adviceIn(MACHINE, line) ?? adviceIn(BUILDER, line);
}

/** What to do about an image that could not be pulled. */
export function pullAdvice(words: string): string {
  return adviceIn(MACHINE, words) ?? adviceIn(REGISTRY, words) ?? 'Check the name of the image and the network.';
}

function adviceIn(advices: Advices, words: string): string | null {
  return advices.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
