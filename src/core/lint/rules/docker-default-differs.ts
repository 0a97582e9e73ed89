import { listNames } from '../../fit/list-names.js';
import { loosenings } from '../../seccomp/compare.js';
import { engineTitle, type EngineVersion } from '../../seccomp/docker-default.js';
import { syscallRisk } from '../../seccomp/risk.js';
import type { Filter } from '../../seccomp/filter.js';
import type { LintContext, LintRule, Observation } from '../rule.js';

/** A service without a profile of its own gets that of the engine, and engines are not all of one age. */
export const DOCKER_DEFAULT_DIFFERS: LintRule = { id: 'docker-default-differs', check: dockerDefaultDiffers };

function dockerDefaultDiffers({ service, environment, enforced, dockerDefault }: LintContext): readonly Observation[] {
  const { engine } = environment;
  if (service.run.seccomp.kind !== 'default' || engine === undefined) return [];
  const location = service.at('run', 'security_opt');
  if (enforced === null) return [{ ...notKnown(engine), location }];
  const looser = told(enforced, dockerDefault);
  const tighter = told(dockerDefault, enforced);
  if (looser.length + tighter.length === 0) return [];
  const differences = [
    ...(looser.length === 0 ? [] : [`lets ${listNames(looser, MOST)} through`]),
    ...(tighter.length === 0 ? [] : [`refuses ${listNames(tighter, MOST)}`]),
  ];
  return [
    {
      message: `the default profile of this engine, ${engineTitle(engine)}, is not Docker's current one: it ${differences.join(' and ')} where the current one does not`,
      advice: 'Use a newer engine, or give the service a profile of its own, which means the same everywhere.',
      location,
      grants: looser,
    },
  ];
}

function notKnown(engine: EngineVersion): Omit<Observation, 'location'> {
  return {
    severity: 'note',
    message: `the default profile of ${engineTitle(engine)} is not known: it was not read from a container of this engine, and data/docker-default has none for this release. What this service may call is not judged`,
    advice:
      'Run as root, or as a user who may become root without a password, on the machine of the engine; or give the service a profile of its own.',
  };
}

/** Calls that one lets through for some arguments and the other does not, but for those that only tell something. */
function told(filter: Filter, reference: Filter): readonly string[] {
  return loosenings(filter, reference)
    .map(({ name }) => name)
    .filter((name) => syscallRisk(name)?.tier !== 'T0')
    .toSorted();
}

const MOST = 12;
