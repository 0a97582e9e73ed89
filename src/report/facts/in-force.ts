import { capabilitiesOf, parseMask } from '../../core/capability/mask.js';
import type { ProcessFacts } from '../../core/smoke/outcome.js';
import { count, enumerate } from './wording.js';

/** More names than these are counted instead. */
const NAMED = 6;

/** What the host's kernel said about every process of the declared run. */
export function inForce(processes: readonly ProcessFacts[] | null): string {
  if (processes === null) return "not seen: this machine's /proc does not show the service's processes";
  if (processes.length === 0) return 'no process was seen';
  return [
    `uid ${ids(processes.map(({ uid }) => uid))}`,
    capabilities(processes),
    `no_new_privs ${share(processes.map(({ noNewPrivs }) => noNewPrivs))}`,
    `seccomp filter ${share(processes.map(({ seccomp }) => seccomp === 2))}`,
  ].join(', ');
}

function ids(values: readonly number[]): string {
  return enumerate([...new Set(values)].sort((a, b) => a - b).map(String));
}

function capabilities(processes: readonly ProcessFacts[]): string {
  const union = processes.reduce((mask, { capEff }) => mask | (parseMask(capEff) ?? 0n), 0n);
  const names = capabilitiesOf(union);
  if (names.length === 0) return 'no capability in effect';
  if (names.length > NAMED) return `${count(names.length, 'capability', 'capabilities')} in effect`;
  return `${enumerate(names)} in effect`;
}

function share(states: readonly boolean[]): string {
  if (states.every(Boolean)) return 'on';
  return states.some(Boolean) ? 'off in some processes' : 'off';
}
