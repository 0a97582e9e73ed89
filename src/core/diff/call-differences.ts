import { compareText } from '../finding.js';
import { dangerousArguments } from '../fit/dangerous-argument.js';
import { errnoName } from '../fit/refusal-answer.js';
import { sameOutcome, type Outcome } from '../seccomp/action.js';
import { argumentPoints } from '../seccomp/argument-points.js';
import type { CallTable } from './call-table.js';
import type { Change, Direction, Sides } from './difference.js';

/** What stands for every number that no table of calls knows. */
export const UNKNOWN_CALLS = 'numbers without a name';

/**
 * Every call that is answered differently, sorted by name: what goes through now (looser), what no longer does (tighter), what
 * is refused in another way or let through otherwise (changed). A call can be all three, each for other arguments.
 */
export function callDifferences(pair: Sides<CallTable>): readonly Change[] {
  const { before, after } = pair;
  const names = [...new Set([...before.names, ...after.names])].sort(compareText);
  return [...names.flatMap((name) => namedDifferences(pair, name)), ...unknownDifferences(pair)];
}

function unknownDifferences(pair: Sides<CallTable>): readonly Change[] {
  return changesAt(pair, { name: null, points: [[]], looked: [] });
}

function namedDifferences(pair: Sides<CallTable>, name: string): readonly Change[] {
  const conditions = [...pair.before.conditions(name), ...pair.after.conditions(name)];
  const looked = [...new Set(conditions.map(({ index }) => index))].sort((a, b) => a - b);
  const points = conditions.length === 0 ? [[]] : [...tellingPoints(name, looked), ...argumentPoints(conditions)];
  return changesAt(pair, { name, points, looked });
}

/** Known bad arguments stand first, so that they are the examples where they are any. */
function tellingPoints(name: string, looked: readonly number[]): readonly (readonly bigint[])[] {
  return dangerousArguments(name)
    .filter((way) => Object.keys(way).every((index) => looked.includes(Number(index))))
    .map((way) => Array.from({ length: 6 }, (_, index) => way[index] ?? 0n));
}

interface Answers {
  readonly args: readonly bigint[];
  readonly before: Outcome;
  readonly after: Outcome;
}

/** A call and the arguments that tell its conditions apart. */
interface Question {
  readonly name: string | null;
  readonly points: readonly (readonly bigint[])[];
  /** The arguments that any condition looks at. */
  readonly looked: readonly number[];
}

function changesAt({ before, after }: Sides<CallTable>, { name, points, looked }: Question): readonly Change[] {
  const all = points.map((args) => ({ args, before: before.outcome(name, args), after: after.outcome(name, args) }));
  return DIRECTIONS.flatMap((direction) => {
    const found = all.filter((answers) => directionOf(answers) === direction);
    const [first] = found;
    if (first === undefined) return [];
    const example = found.length === all.length ? '' : describeArguments(first.args, looked);
    return [
      {
        direction,
        aspect: 'syscall' as const,
        abi: after.abi,
        name: name ?? UNKNOWN_CALLS,
        before: describeOutcome(first.before),
        after: describeOutcome(first.after),
        example,
      },
    ];
  });
}

const DIRECTIONS = ['looser', 'tighter', 'changed'] as const satisfies readonly Direction[];

function directionOf({ before, after }: Answers): Direction | null {
  const step = openness(after) - openness(before);
  if (step !== 0) return step > 0 ? 'looser' : 'tighter';
  return sameOutcome(before, after) ? null : 'changed';
}

/** Refused, left to somebody who may let it through, let through. */
function openness({ action }: Outcome): 0 | 1 | 2 {
  switch (action) {
    case 'SCMP_ACT_ALLOW':
    case 'SCMP_ACT_LOG':
      return 2;
    case 'SCMP_ACT_NOTIFY':
    case 'SCMP_ACT_TRACE':
      return 1;
    case 'SCMP_ACT_ERRNO':
    case 'SCMP_ACT_TRAP':
    case 'SCMP_ACT_KILL_THREAD':
    case 'SCMP_ACT_KILL_PROCESS':
      return 0;
  }
}

function describeArguments(args: readonly bigint[], looked: readonly number[]): string {
  return looked.map((index) => `argument ${index} is 0x${(args[index] ?? 0n).toString(16)}`).join(', ');
}

function describeOutcome({ action, errno }: Outcome): string {
  switch (action) {
    case 'SCMP_ACT_ALLOW':
      return 'allowed';
    case 'SCMP_ACT_LOG':
      return 'allowed and logged';
    case 'SCMP_ACT_NOTIFY':
      return 'left to a listener';
    case 'SCMP_ACT_TRACE':
      return 'left to a tracer';
    case 'SCMP_ACT_ERRNO':
      return `refused (${errnoName(errno ?? 0)})`;
    case 'SCMP_ACT_TRAP':
      return 'refused (SIGSYS)';
    case 'SCMP_ACT_KILL_THREAD':
      return 'refused (thread killed)';
    case 'SCMP_ACT_KILL_PROCESS':
      return 'refused (process killed)';
  }
}
