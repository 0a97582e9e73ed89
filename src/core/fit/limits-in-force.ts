import type { RunOptions } from '../policy/policy.js';
import type { Severity } from '../severity.js';
import type { Limit, LimitFacts } from '../smoke/surroundings.js';
import { countOf } from './list-names.js';
import type { SurroundingsDifference } from './surroundings-difference.js';

const MEBIBYTE = 1024 * 1024;

/** Kernels count memory in pages, of at most so many bytes, and round a limit down. */
const LARGEST_PAGE = 64 * 1024;

/** Engines hand processors on in thousandths of a period. */
const SMALLEST_SHARE = 0.001;

/** A declared limit and the one in force. */
interface Comparison {
  readonly key: 'pids_limit' | 'mem_limit' | 'cpus';
  readonly what: string;
  readonly declared: number | null;
  readonly inForce: Limit;
  /** By how much less is the same. */
  readonly tolerance: number;
  readonly say: (amount: number) => string;
  readonly ifLooser: { readonly severity: Severity; readonly advice: string };
}

/**
 * Compares declared limits with those of the container's cgroup. One that the policy does not set is not compared; fewer
 * processors are fine, as no machine gives more than it has.
 */
export function limitsInForce(run: RunOptions, limits: LimitFacts): readonly SurroundingsDifference[] {
  return comparisonsOf(run, limits).flatMap((comparison) => differenceOf(comparison) ?? []);
}

const MANAGED = { severity: 'error', advice: 'Find out why the engine or its cgroup manager did not set it.' } as const;
const NO_SWAP_ACCOUNT = {
  severity: 'warning',
  advice: 'Boot the machine with swapaccount=1 or cgroup version 2, or turn its swap off.',
} as const;

function comparisonsOf({ pidsLimit, memLimit, cpus }: RunOptions, limits: LimitFacts): readonly Comparison[] {
  const memory = { key: 'mem_limit', declared: memLimit, tolerance: LARGEST_PAGE, say: sizeText } as const;
  return [
    {
      key: 'pids_limit',
      what: 'the number of processes',
      declared: pidsLimit,
      inForce: limits.pids,
      tolerance: 0,
      say: String,
      ifLooser: MANAGED,
    },
    { ...memory, what: 'memory', inForce: limits.memory, ifLooser: MANAGED },
    ...(isLooser(limits.memory, memLimit) ? [] : [{ ...memory, ...swapOf(limits), ifLooser: NO_SWAP_ACCOUNT }]),
    {
      key: 'cpus',
      what: 'processor time',
      declared: cpus,
      inForce: limits.cpus,
      tolerance: Infinity,
      say: (amount) => countOf(amount, 'processor'),
      ifLooser: MANAGED,
    },
  ];
}

/** Less of both together than of memory alone is told of memory. */
function swapOf({ memoryAndSwap }: LimitFacts): Pick<Comparison, 'what' | 'inForce' | 'tolerance'> {
  return { what: 'the sum of memory and swap', inForce: memoryAndSwap, tolerance: Infinity };
}

function differenceOf(comparison: Comparison): SurroundingsDifference | null {
  const { key, what, declared, inForce, tolerance, say, ifLooser } = comparison;
  if (declared === null || inForce === null) return null;
  const common = { path: [key], grants: [key] };
  const message =
    inForce === 'unlimited'
      ? `${what} is not limited, declared is ${say(declared)}`
      : `the limit of ${what} in force is ${say(inForce)}, declared is ${say(declared)}`;
  if (isLooser(inForce, declared)) return { rule: 'in-force-looser', ...ifLooser, message, ...common };
  if (inForce === 'unlimited' || inForce > declared - tolerance) return null;
  if (inForce === declared) return null;
  const advice = 'The cgroup that the engine puts containers in may have a lower limit of its own.';
  return { rule: 'in-force-differs', severity: 'note', message, advice, ...common };
}

function isLooser(inForce: Limit, declared: number | null): boolean {
  if (inForce === null || declared === null) return false;
  return inForce === 'unlimited' || inForce > declared + SMALLEST_SHARE;
}

function sizeText(bytes: number): string {
  return bytes % MEBIBYTE === 0 ? `${bytes / MEBIBYTE} MiB` : `${bytes} bytes`;
}
