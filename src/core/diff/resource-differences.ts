import type { RunOptions, Ulimit } from '../policy/policy.js';
import type { Change, Sides } from './difference.js';
import { changed, scaled } from './scale.js';

/** Limits of what a service can use up, and kernel settings of its own. */
export function resourceDifferences(sides: Sides<RunOptions>): readonly Change[] {
  const { before, after } = sides;
  const limit = (name: string, pick: (run: RunOptions) => number | null, unit = ''): readonly Change[] =>
    scaled(
      {
        aspect: 'resource',
        name,
        before: pick(before),
        after: pick(after),
        say: (value) => (value === null ? 'no limit' : `${value}${unit}`),
      },
      (value) => value ?? Infinity,
    );
  return [
    ...limit('pids_limit', ({ pidsLimit }) => pidsLimit),
    ...limit('mem_limit', ({ memLimit }) => memLimit, ' bytes'),
    ...limit('cpus', ({ cpus }) => cpus),
    ...ulimitDifferences(sides),
    ...sysctlDifferences(sides),
  ];
}

function ulimitDifferences({ before, after }: Sides<RunOptions>): readonly Change[] {
  const names = unionOf(before.ulimits.map(nameOf), after.ulimits.map(nameOf));
  return names.flatMap((name) =>
    (['soft', 'hard'] as const).flatMap((kind) => {
      const valueIn = ({ ulimits }: RunOptions): number | null =>
        ulimits.find((one) => one.name === name)?.[kind] ?? null;
      const option = {
        aspect: 'resource' as const,
        name: `ulimit ${name} (${kind})`,
        before: valueIn(before),
        after: valueIn(after),
        say: sayUlimit,
      };
      return scaled(option, (value) => (value === null || value === -1 ? Infinity : value));
    }),
  );
}

function nameOf({ name }: Ulimit): string {
  return name;
}

function sayUlimit(value: number | null): string {
  if (value === null) return "the engine's";
  return value === -1 ? 'unlimited' : String(value);
}

/**
 * Docker sets both for every container, since 20.10: any user may bind low ports and send pings.
 * Source: https://github.com/moby/moby/blob/v28.2.2/daemon/oci_linux.go (withSysctls)
 */
const DOCKER_SYSCTLS: Readonly<Record<string, string>> = {
  'net.ipv4.ip_unprivileged_port_start': '0',
  'net.ipv4.ping_group_range': '0 2147483647',
};

function sysctlDifferences({ before, after }: Sides<RunOptions>): readonly Change[] {
  const names = unionOf(Object.keys(before.sysctls), Object.keys(after.sysctls));
  return names.flatMap((name) => {
    const valueIn = ({ sysctls }: RunOptions): string | null => sysctls[name] ?? DOCKER_SYSCTLS[name] ?? null;
    const option = {
      aspect: 'resource' as const,
      name,
      before: valueIn(before),
      after: valueIn(after),
      say: (value: string | null) =>
        value
          ?.trim()
          .split(/[\t ]+/)
          .join(' ') ?? "the kernel's",
    };
    return Object.hasOwn(SYSCTL_OPENNESS, name) ? scaled(option, SYSCTL_OPENNESS[name] ?? Number) : changed(option);
  });
}

const SYSCTL_OPENNESS: Readonly<Record<string, (value: string | null) => number>> = {
  'net.ipv4.ip_unprivileged_port_start': (value) => -Number(value ?? 0),
  'net.ipv4.ping_group_range': (value) => groupsIn(value ?? ''),
};

/** How many groups a range `first last` holds: the kernel's `1 0` holds none. */
function groupsIn(range: string): number {
  const [first = 1, last = 0] = range
    .trim()
    .split(/[\t ]+/)
    .map(Number);
  return Math.max(0, last - first + 1);
}

function unionOf(some: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set([...some, ...others])].sort();
}
