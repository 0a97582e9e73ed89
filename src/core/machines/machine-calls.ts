import type { Machine } from '../seccomp/arch.js';
import type { ArgumentCondition, SyscallRule } from '../seccomp/profile.js';
import type { MachineProfile } from './machine-profile.js';

/** Conditions that must all hold. */
type Alternative = readonly ArgumentCondition[];

/** What becomes of one call on one machine, by all profiles for it. */
export interface MachineCall {
  readonly name: string;
  readonly machine: Machine;
  /** `null`: let through; a number: refused with it. */
  readonly errno: number | null;
  /** With which arguments it is let through, one of these; empty: with any. */
  readonly alternatives: readonly Alternative[];
  /** Why it is let through: where it was seen, in words. Empty for a refused call. */
  readonly seen: string;
}

/**
 * The calls that the profiles for one machine name: let through is what one of them lets through. What one of them refuses by name
 * stays refused by name, unless another lets it through.
 */
export function callsOn(machine: Machine, profiles: readonly MachineProfile[]): readonly MachineCall[] {
  const rules = profiles.flatMap(({ profile }) => profile.rules);
  const allowed = namesOf(rules.filter(({ action }) => action === 'SCMP_ACT_ALLOW'));
  const refused = new Map(
    rules
      .filter(({ action }) => action !== 'SCMP_ACT_ALLOW')
      .flatMap(({ names, errnoRet }) => names.map((name) => [name, errnoRet ?? EPERM] as const)),
  );
  return [
    ...allowed.map((name) => ({
      name,
      machine,
      errno: null,
      alternatives: alternativesOf(name, rules),
      seen: seenText({ name, machine, profiles }),
    })),
    ...[...refused]
      .filter(([name]) => !allowed.includes(name))
      .map(([name, errno]) => ({ name, machine, errno, alternatives: [], seen: '' })),
  ];
}

const EPERM = 1;

function namesOf(rules: readonly SyscallRule[]): readonly string[] {
  return [...new Set(rules.flatMap(({ names }) => names))].sort();
}

function alternativesOf(name: string, rules: readonly SyscallRule[]): readonly Alternative[] {
  const about = rules.filter(({ action, names }) => action === 'SCMP_ACT_ALLOW' && names.includes(name));
  if (about.some(({ args }) => args.length === 0)) return [];
  return [...new Map(about.map(({ args }) => [alternativesKey([args]), args])).values()];
}

/** Equal for equal conditions in the same order. */
export function alternativesKey(alternatives: readonly Alternative[]): string {
  return alternatives
    .map((args) =>
      args.map(({ index, operator, value, valueTwo }) => [index, operator, value, valueTwo].join(' ')).join(', '),
    )
    .join('; ');
}

interface Sought {
  readonly name: string;
  readonly machine: Machine;
  readonly profiles: readonly MachineProfile[];
}

/** `used on arm64 (Docker 28.5.2, 2026-12-01)`; for a call that no search proved to be used, why it is let through all the same. */
function seenText({ name, machine, profiles }: Sought): string {
  const whens = (those: readonly MachineProfile[]): string => [...new Set(those.map(({ when }) => when))].join('; ');
  const users = profiles.filter(({ used }) => used.has(name));
  if (users.length > 0) return `used on ${machine} (${whens(users)})`;
  const keepers = profiles.filter(({ frozen }) => frozen.has(name));
  if (keepers.length > 0) return `kept on ${machine} for the runtime or as an identity getter (${whens(keepers)})`;
  return `for 32-bit programs on ${machine} (${whens(profiles)})`;
}
