import { describeLabel } from '../../core/smoke/security-label.js';
import type { Limit, NamespaceFacts, SurroundingsFacts } from '../../core/smoke/surroundings.js';
import { enumerate } from './wording.js';

const MEBIBYTE = 1024 * 1024;

/** Which namespaces, limits and root mount held for the declared run, in a line; `null` when the host did not show them. */
export function isolation(facts: SurroundingsFacts | null): string | null {
  if (facts === null) return null;
  const parts = [namespaces(facts), limits(facts), root(facts), ids(facts), labels(facts)].filter(
    (part) => part !== '',
  );
  return parts.length === 0 ? null : parts.join('; ');
}

/** An engine gives a container no user and time namespace unless it is told to; a rootless one shares its own with it. */
function namespaces({ processes }: SurroundingsFacts): string {
  const all = processes.flatMap((process) => process.namespaces ?? []);
  const kindsOf = (owner: Owner): readonly string[] => [
    ...new Set(all.filter((one) => ownerOf(one) === owner).map(({ kind }) => kind)),
  ];
  const shared = (['engine', 'host'] as const).map((owner) => ({ owner, kinds: kindsOf(owner) }));
  const own = kindsOf('container').filter((kind) => !shared.some(({ kinds }) => kinds.includes(kind)));
  if (own.length === 0 && shared.every(({ kinds }) => kinds.length === 0)) return '';
  const others = shared.map(({ owner, kinds }) => (kinds.length === 0 ? '' : `, the ${owner}'s: ${enumerate(kinds)}`));
  return `namespaces of its own: ${enumerate(own)}${others.join('')}`;
}

type Owner = 'container' | 'engine' | 'host';

function ownerOf({ host, engine }: NamespaceFacts): Owner {
  if (!host) return 'container';
  return engine === true ? 'engine' : 'host';
}

function limits({ limits: { pids, memory, cpus } }: SurroundingsFacts): string {
  const told = [
    limit(pids, (value) => `${value} pids`, 'pids unlimited'),
    limit(memory, (value) => `${Math.round(value / MEBIBYTE)} MiB of memory`, 'memory unlimited'),
    limit(cpus, (value) => `${value} CPUs`, 'CPUs unlimited'),
  ].filter((text) => text !== '');
  return told.length === 0 ? '' : `at most ${enumerate(told)}`;
}

function limit(value: Limit, say: (value: number) => string, unlimited: string): string {
  if (value === null) return '';
  return value === 'unlimited' ? unlimited : say(value);
}

function root({ processes }: SurroundingsFacts): string {
  const mounts = processes.map((process) => process.root).filter((mount) => mount !== null);
  if (mounts.length === 0) return '';
  return mounts.every((mount) => mount.mountReadOnly || mount.superReadOnly) ? 'root read-only' : 'root writable';
}

function ids({ processes }: SurroundingsFacts): string {
  const map = processes[0]?.uidMap ?? null;
  if (map === null || map.identity) return '';
  return map.zero === null ? 'uid 0 is nobody on the host' : `uid 0 is ${map.zero} on the host`;
}

/** Each label that a process was seen with; nothing where none could be read. */
function labels({ processes }: SurroundingsFacts): string {
  const all = processes.flatMap(({ label }) => (label === undefined || label === null ? [] : [describeLabel(label)]));
  return enumerate([...new Set(all)]);
}
