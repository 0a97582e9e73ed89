import { compareText, type Location } from '../../finding.js';
import { goesThrough } from '../../seccomp/action.js';
import { loosenings, type Loosening } from '../../seccomp/compare.js';
import { decideByName, nativeAbi, type Filter } from '../../seccomp/filter.js';
import type { Profile } from '../../seccomp/profile.js';
import { syscallRisk } from '../../seccomp/risk.js';
import type { LintContext, LintRule, Observation } from '../rule.js';

export const LOOSER_THAN_DOCKER_DEFAULT: LintRule = {
  id: 'looser-than-docker-default',
  check: looserThanDockerDefault,
};

function looserThanDockerDefault(context: LintContext): readonly Observation[] {
  const { service, confined, dockerDefault } = context;
  if (confined !== null) {
    const pair = { filter: confined.filter, reference: dockerDefault };
    const found = relevantLoosenings(pair);
    return observe(pair, found, { subject: 'the profile', location: earliest(found, confined.profile) });
  }
  if (service.run.seccomp.kind !== 'unconfined') return [];
  const pair = { filter: withoutFilter(dockerDefault), reference: dockerDefault };
  const where = { subject: 'unconfined seccomp', location: service.at('run', 'security_opt') };
  return observe(pair, relevantLoosenings(pair), where);
}

interface Pair {
  readonly filter: Filter;
  readonly reference: Filter;
}

/** Calls that only give information, or that no kernel has any more, are no grants worth a word. */
function relevantLoosenings({ filter, reference }: Pair): readonly Loosening[] {
  return loosenings(filter, reference).filter(({ name }) => syscallRisk(name)?.tier !== 'T0');
}

interface Where {
  readonly subject: string;
  readonly location: Location;
}

function observe(pair: Pair, found: readonly Loosening[], { subject, location }: Where): readonly Observation[] {
  if (found.length === 0) return [];
  const sorted = found.toSorted((a, b) => compareText(a.name, b.name));
  const always = sorted.filter(({ extent }) => extent === 'always').map(({ name }) => name);
  const conditional = sorted.filter(({ extent }) => extent === 'conditionally');
  const parts = conditional.map((loosening) => describeConditional(pair, loosening));
  if (always.length > 0) parts.unshift(`${always.join(', ')} always`);
  const calls = found.length === 1 ? '1 call' : `${found.length} calls`;
  return [
    {
      message: `${subject} lets ${calls} through that Docker's current default refuses to this service: ${parts.join('; ')}`,
      advice: conditional.length === 0 ? REMOVE : `${REMOVE} ${COPY}`,
      location,
      grants: found.map(({ name }) => name),
    },
  ];
}

const REMOVE = 'Remove what the service does not use.';
const COPY = "Where arguments decide, name those it uses, as Docker's current default does.";

function describeConditional({ filter, reference }: Pair, { name, example }: Loosening): string {
  const telling = TELLING.get(name);
  if (telling !== undefined && through(filter, name, telling.value) && !through(reference, name, telling.value)) {
    return `${name} when, for example, argument 0 is ${telling.words}`;
  }
  const values = [...example].map(([index, value]) => `argument ${index} is 0x${value.toString(16)}`);
  return values.length === 0 ? `${name} with some arguments` : `${name} when, for example, ${values.join(' and ')}`;
}

function through(filter: Filter, name: string, argument: bigint): boolean {
  const decision = decideByName(filter, name, [argument]);
  return decision !== null && goesThrough(decision);
}

/** First arguments that show best what Docker's conditions are for. */
const TELLING: ReadonlyMap<string, { readonly value: bigint; readonly words: string }> = new Map([
  ['clone', { value: 0x1000_0000n, words: 'CLONE_NEWUSER' }],
  ['personality', { value: 0x4_0000n, words: 'ADDR_NO_RANDOMIZE' }],
  ['socket', { value: 38n, words: 'AF_ALG' }],
]);

/** The first line of the profile that lets one of the calls through. */
function earliest(found: readonly Loosening[], profile: Profile): Location {
  const [first] = found
    .map(({ name, rule }) => {
      if (rule === null) return profile.locations.get('defaultAction') ?? profile.location;
      return rule.nameLocations[rule.names.indexOf(name)] ?? rule.location;
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
  return first ?? profile.location;
}

function withoutFilter({ machine, opens }: Filter): Filter {
  const open = { highestNumber: null, calls: new Map() };
  return {
    machine,
    opens,
    defaultOutcome: { action: 'SCMP_ACT_ALLOW', errno: null },
    abis: new Map([[nativeAbi(machine), open]]),
    conflicts: [],
  };
}
