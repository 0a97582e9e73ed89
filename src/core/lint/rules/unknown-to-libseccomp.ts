import { listNames } from '../../fit/list-names.js';
import { goesThrough, outcomeOf } from '../../seccomp/action.js';
import { nativeAbi } from '../../seccomp/filter.js';
import { findSyscall, libseccompSince } from '../../seccomp/syscalls.js';
import type { LintContext, LintRule, Observation } from '../rule.js';
import { countingRules } from '../written-rule.js';

export const UNKNOWN_TO_LIBSECCOMP: LintRule = { id: 'unknown-to-libseccomp', check: unknownToLibseccomp };

const NEWEST = '2.6';

/** Names of other machines' calls make no difference here, and one that is to be refused is refused by the default too. */
function unknownToLibseccomp(context: LintContext): readonly Observation[] {
  const { confined, environment } = context;
  if (confined === null) return [];
  const version = environment.libseccomp ?? NEWEST;
  const abi = nativeAbi(confined.filter.machine);
  const found = countingRules(context)
    .filter(({ action, errnoRet }) => goesThrough(outcomeOf(action, errnoRet)))
    .flatMap((rule) =>
      rule.names.flatMap((name, index) => {
        const since = libseccompSince(name);
        const isLost = findSyscall(abi, name) !== null && (since === null || since > version);
        return isLost ? [{ name, location: rule.nameLocations[index] ?? rule.location }] : [];
      }),
    );
  const [first] = found;
  if (first === undefined) return [];
  const names = [...new Set(found.map(({ name }) => name))];
  return [
    {
      message: `libseccomp ${version}${environment.libseccomp === undefined ? ' and older ones do' : ' does'} not know ${listNames(names, 12)}: the runtime leaves such a name out without a word, and the default decides`,
      advice: 'Rely on the default for it, or run with a newer libseccomp.',
      location: first.location,
      grants: names,
    },
  ];
}
