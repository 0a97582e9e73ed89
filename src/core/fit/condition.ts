import type { Operator } from '../seccomp/operator.js';
import type { ArgumentCondition } from '../seccomp/profile.js';

/** All of these must hold. */
export type Conjunction = readonly ArgumentCondition[];

/** Whether a 64-bit argument meets a condition. Both are unsigned. */
export function conditionHolds({ operator, value, valueTwo }: ArgumentCondition, argument: bigint): boolean {
  switch (operator) {
    case 'SCMP_CMP_NE':
      return argument !== value;
    case 'SCMP_CMP_LT':
      return argument < value;
    case 'SCMP_CMP_LE':
      return argument <= value;
    case 'SCMP_CMP_EQ':
      return argument === value;
    case 'SCMP_CMP_GE':
      return argument >= value;
    case 'SCMP_CMP_GT':
      return argument > value;
    case 'SCMP_CMP_MASKED_EQ':
      return (argument & value) === (valueTwo & value);
  }
}

/** When one of the alternatives holds, in words: `arg0 < 12 or arg0 is 13, 14 or 16`. Empty when there is none. */
export function describeAlternatives(alternatives: readonly Conjunction[]): string {
  const others = alternatives.filter((all) => equality(all) === null).map(describeConjunction);
  return [...new Set(others), ...equalities(alternatives)].join(' or ');
}

/** Values listed of one argument; the rest is counted. */
const VALUES_SHOWN = 8;

/** A condition that only compares one argument with one value. */
function equality([condition, ...more]: Conjunction): ArgumentCondition | null {
  return condition?.operator === 'SCMP_CMP_EQ' && more.length === 0 ? condition : null;
}

function equalities(alternatives: readonly Conjunction[]): readonly string[] {
  const conditions = alternatives.map(equality).filter((condition) => condition !== null);
  const indexes = [...new Set(conditions.map(({ index }) => index))].sort((a, b) => a - b);
  return indexes.map((index) => {
    const values = new Set(conditions.filter((condition) => condition.index === index).map(({ value }) => value));
    return `arg${index} is ${describeValues([...values].sort((a, b) => (a < b ? -1 : 1)))}`;
  });
}

function describeValues(values: readonly bigint[]): string {
  const shown = values.slice(0, VALUES_SHOWN).map(describeNumber);
  const rest = values.length - shown.length;
  const last = rest > 0 ? `${rest} more` : (shown.pop() ?? '');
  return shown.length === 0 ? last : `${shown.join(', ')} or ${last}`;
}

function describeConjunction(all: Conjunction): string {
  return [...all]
    .sort((a, b) => a.index - b.index)
    .map(describeCondition)
    .join(' and ');
}

function describeCondition({ index, operator, value, valueTwo }: ArgumentCondition): string {
  if (operator === 'SCMP_CMP_MASKED_EQ') {
    return `arg${index} & ${describeNumber(value)} == ${describeNumber(valueTwo & value)}`;
  }
  return `arg${index} ${SIGNS[operator]} ${describeNumber(value)}`;
}

const SIGNS: Readonly<Record<Exclude<Operator, 'SCMP_CMP_MASKED_EQ'>, string>> = {
  SCMP_CMP_NE: '!=',
  SCMP_CMP_LT: '<',
  SCMP_CMP_LE: '<=',
  SCMP_CMP_EQ: '==',
  SCMP_CMP_GE: '>=',
  SCMP_CMP_GT: '>',
};

/** Flags read better in hexadecimal, small numbers in decimal. */
export function describeNumber(value: bigint): string {
  return value < 4096n ? value.toString() : `0x${value.toString(16)}`;
}
