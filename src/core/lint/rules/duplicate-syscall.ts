import { listNames } from '../../fit/list-names.js';
import { deadGroups, type DeadGroup } from '../dead-group.js';
import { removeNames, removeRule } from '../profile-fix.js';
import type { LintContext, LintRule, Observation } from '../rule.js';
import { placeOfName } from '../written-rule.js';

export const DUPLICATE_SYSCALL: LintRule = { id: 'duplicate-syscall', check: duplicateSyscall };

function duplicateSyscall(context: LintContext): readonly Observation[] {
  return deadGroups(context, 'duplicate').map((group) => observe(context, group));
}

function observe({ profile }: LintContext, { rule, by, dead, names }: DeadGroup): Observation {
  const [first] = dead;
  const indexes = dead.map(({ index }) => index);
  const earlier = placeOfName(by, first?.name ?? '');
  const repeated = first === undefined ? rule.location : (rule.nameLocations[first.index] ?? rule.location);
  const title = `Remove ${dead.length === 1 ? 'the repetition' : 'the repetitions'}.`;
  const isWhole = indexes.length === rule.names.length;
  return {
    message: `${listNames(names, 8)} ${names.length === 1 ? 'stands' : 'stand'} here again: line ${earlier.line} says the same already, so that removing ${names.length === 1 ? 'it' : 'them'} there would change nothing`,
    advice: title,
    location: repeated,
    grants: names,
    ...(profile === null
      ? {}
      : { fix: isWhole ? removeRule(title, profile, rule) : removeNames(title, { rule, indexes }) }),
  };
}
