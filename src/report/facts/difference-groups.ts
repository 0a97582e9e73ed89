import { UNKNOWN_CALLS } from '../../core/diff/call-differences.js';
import type { Aspect, Difference, Direction } from '../../core/diff/difference.js';
import { shortId } from './short-id.js';

/** Differences that read alike, told together. Foreign text. */
export interface DifferenceGroup {
  readonly direction: Direction;
  /** What they are about, for one and for many: `syscall`, `syscalls`. */
  readonly topic: readonly [one: string, many: string];
  /** `refused (EPERM) → allowed`. */
  readonly step: string;
  /** With the arguments they hold for, where it depends on them. */
  readonly names: readonly string[];
}

/** Differences of one service and ABI. */
export interface DifferenceSection {
  readonly service: string | null;
  readonly abi: string | null;
  readonly groups: readonly DifferenceGroup[];
}

/** All differences for reading: by service and ABI, keys first, then what is looser, those that differ only in their name in one group. */
export function differenceSections(differences: readonly Difference[]): readonly DifferenceSection[] {
  return grouped(differences, ({ service, abi }) => JSON.stringify([service, abi])).flatMap((members) => {
    const [first] = members;
    return first === undefined ? [] : [{ service: first.service, abi: first.abi, groups: groupsOf(members) }];
  });
}

/** What the statements hold for stands first, as it may explain the rest. */
function groupsOf(members: readonly Difference[]): readonly DifferenceGroup[] {
  const [key, rest] = [true, false].map((isKey) => members.filter(({ aspect }) => (aspect === 'key') === isKey));
  return [...groupsByDirection(key ?? []), ...groupsByDirection(rest ?? [])];
}

function groupsByDirection(members: readonly Difference[]): readonly DifferenceGroup[] {
  return (['looser', 'tighter', 'changed'] as const).flatMap((direction) => {
    const alike = members.filter((member) => member.direction === direction);
    const key = ({ aspect, before, after }: Difference): string => JSON.stringify([aspect, before, after]);
    return grouped(alike, key).flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { before, after, aspect } = first;
      return [
        { direction, topic: TOPICS[aspect], step: `${shortId(before)} → ${shortId(after)}`, names: group.map(nameOf) },
      ];
    });
  });
}

const TOPICS = {
  key: ['key', 'keys'],
  verdict: ['', ''],
  looseness: ['', ''],
  service: ['service', 'services'],
  abi: ['ABI', 'ABIs'],
  syscall: ['syscall', 'syscalls'],
  seccomp: ['seccomp flag', 'seccomp flags'],
  capability: ['capability', 'capabilities'],
  'effective-capability': ['effective capability', 'effective capabilities'],
  run: ['run option', 'run options'],
  mount: ['mount', 'mounts'],
  resource: ['resource', 'resources'],
  test: ['test', 'tests'],
  limit: ['limit', 'limits'],
  exception: ['exception', 'exceptions'],
  use: ['syscall', 'syscalls'],
  need: ['capability', 'capabilities'],
  refusal: ['syscall', 'syscalls'],
} as const satisfies Record<Aspect, readonly [string, string]>;

function nameOf({ name, example }: Difference): string {
  if (example === '') return name;
  return name === UNKNOWN_CALLS ? name : `${name} (e.g. if ${example})`;
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
