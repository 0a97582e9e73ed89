import { listNames } from '../../fit/list-names.js';
import type { ArgumentCondition, SyscallRule } from '../../seccomp/profile.js';
import type { LintContext, LintRule, Observation } from '../rule.js';
import { countingRules } from '../written-rule.js';

export const CONSTANT_CONDITION: LintRule = { id: 'constant-condition', check: constantCondition };

function constantCondition(context: LintContext): readonly Observation[] {
  return countingRules(context).flatMap((rule) => rule.args.flatMap((condition) => observe(rule, condition)));
}

function observe({ names }: SyscallRule, condition: ArgumentCondition): Observation[] {
  const found = flawOf(condition);
  if (found === null) return [];
  return [
    {
      message: `the condition on argument ${condition.index} of ${listNames(names)} ${found.fact}`,
      advice: found.advice,
      location: condition.location,
      grants: names,
    },
  ];
}

interface Flaw {
  readonly fact: string;
  readonly advice: string;
}

const MAX = 2n ** 64n - 1n;
const CORRECT = 'Correct the value or the operator.';
const MASK =
  'For SCMP_CMP_MASKED_EQ "value" is the mask and "valueTwo" what the masked argument has to be: were they swapped?';

/** What a condition says that its author cannot have meant. */
function flawOf({ operator, value, valueTwo }: ArgumentCondition): Flaw | null {
  if (operator === 'SCMP_CMP_MASKED_EQ') return maskFlaw(value, valueTwo);
  if (valueTwo !== 0n) {
    const fact = `has "valueTwo" ${valueTwo}, which ${operator} does not look at: only "value" ${value} counts`;
    return { fact, advice: 'Remove "valueTwo", or use SCMP_CMP_MASKED_EQ.' };
  }
  const word = CONSTANT.find((candidate) => candidate.operator === operator && candidate.value === value);
  if (word === undefined) return null;
  return { fact: `${word.holds} holds: arguments are unsigned numbers of 64 bits`, advice: CORRECT };
}

function maskFlaw(mask: bigint, wanted: bigint): Flaw | null {
  if (mask === 0n) return { fact: 'always holds: its mask, "value", is 0, so that no bit is compared', advice: MASK };
  if ((wanted & ~mask) === 0n) return null;
  const fact = `compares with bits outside of its mask: of "valueTwo" 0x${wanted.toString(16)} only 0x${(wanted & mask).toString(16)} counts under the mask 0x${mask.toString(16)}`;
  return { fact, advice: MASK };
}

const CONSTANT = [
  { operator: 'SCMP_CMP_GE', value: 0n, holds: 'always' },
  { operator: 'SCMP_CMP_LE', value: MAX, holds: 'always' },
  { operator: 'SCMP_CMP_LT', value: 0n, holds: 'never' },
  { operator: 'SCMP_CMP_GT', value: MAX, holds: 'never' },
];
