import { grantedCapabilities } from '../capability/grant.js';
import { canonicalJson } from '../canonical-json.js';
import { compareText } from '../finding.js';
import { runtimeRangeText } from '../fit/runtime-range.js';
import { buildOptionsText } from '../policy/build-options-text.js';
import type { ImageSource, Probe, Service } from '../policy/policy.js';
import { dockerDefault } from '../seccomp/docker-default.js';
import type { Profile } from '../seccomp/profile.js';
import { allowanceDifferences } from './allowance-differences.js';
import { capabilityDifferences } from './capability-differences.js';
import { differenceOf, type Change, type Difference, type Sides } from './difference.js';
import { openProfile, profileDifferences, type ConfiningProfile, type Machines } from './profile-differences.js';
import { runDifferences } from './run-differences.js';
import { changed, membership } from './scale.js';
import { demandsOf } from './test-demands.js';
import { testDifferences } from './test-differences.js';

/** A service of a policy with the profile it names. */
export interface ComparedService {
  readonly service: Service;
  /** `null` unless it names a file. */
  readonly profile: Profile | null;
}

/**
 * Where two policies differ in what they allow and what they ask, service by service. A service that is judged no longer is
 * looser; one that is new is tighter, for nothing has confined it before.
 */
export function policyDifferences(sides: Sides<readonly ComparedService[]>, machines: Machines): readonly Difference[] {
  const [old, now] = [byName(sides.before), byName(sides.after)];
  const names = [...new Set([...old.keys(), ...now.keys()])].sort(compareText);
  return names.flatMap((name) => {
    const [before, after] = [old.get(name), now.get(name)];
    const changes =
      before === undefined || after === undefined
        ? presence(name, { before: before !== undefined, after: after !== undefined })
        : serviceDifferences({ before, after }, machines);
    return changes.map((change) => differenceOf(change, name));
  });
}

function byName(services: readonly ComparedService[]): ReadonlyMap<string, ComparedService> {
  return new Map(services.map((one) => [one.service.name, one]));
}

function presence(name: string, { before, after }: Sides<boolean>): readonly Change[] {
  return membership({
    aspect: 'service',
    before: before ? [name] : [],
    after: after ? [name] : [],
    gained: 'tighter',
    absent: 'not judged',
    present: 'judged',
  });
}

function serviceDifferences(sides: Sides<ComparedService>, machines: Machines): readonly Change[] {
  const services = { before: sides.before.service, after: sides.after.service };
  const usual = dockerDefault();
  const confined = { before: confining(sides.before, usual), after: confining(sides.after, usual) };
  const runs = { before: services.before.run, after: services.after.run };
  return [
    ...capabilityDifferences({ before: grantedCapabilities(runs.before), after: grantedCapabilities(runs.after) }),
    ...profileDifferences(confined, machines),
    ...runDifferences(runs),
    ...testDifferences(services),
    ...allowanceDifferences(services),
    ...subjectDifferences(services),
  ];
}

function confining({ service: { run }, profile }: ComparedService, usual: Profile): ConfiningProfile {
  const named = run.seccomp.kind === 'unconfined' ? openProfile() : (profile ?? usual);
  return { profile: named, capabilities: grantedCapabilities(run).bounding };
}

/** What is judged, how the tests know that it is up, and the runtimes it is to start on. */
function subjectDifferences({ before, after }: Sides<Service>): readonly Change[] {
  const image = { aspect: 'service' as const, name: 'image', before: before.image, after: after.image, say: sayImage };
  const ready = { aspect: 'test' as const, name: 'ready', before: before.ready, after: after.ready, say: sayReady };
  const [old, now] = [before.runtimes, after.runtimes];
  const runtimes = { aspect: 'run' as const, name: 'runtimes', before: old, after: now, say: sayRuntimes };
  return [...changed(image), ...changed(ready), ...changed(runtimes)];
}

function sayImage(image: ImageSource): string {
  if (image.kind === 'image') return image.reference;
  const { context, dockerfile, target, args, options } = image;
  const stage = target === null ? '' : ` up to ${target}`;
  const pairs = canonicalJson(args);
  const how = buildOptionsText(options);
  const made = `built from ${context}/${dockerfile}${stage}${pairs === '{}' ? '' : ` with ${pairs}`}`;
  return how === '' ? made : `${made}; ${how}`;
}

function sayRuntimes(runtimes: Service['runtimes']): string {
  return runtimes.map(runtimeRangeText).join(', ');
}

function sayReady(ready: Service['ready']): string {
  if (ready === null) return 'at once';
  const { probe, timeout } = ready;
  return `${sayProbe(probe)} within ${timeout} ms`;
}

function sayProbe(probe: Probe | { readonly kind: 'healthcheck' }): string {
  if (probe.kind === 'healthcheck') return 'the health check';
  const demands = demandsOf(probe).map(({ what, value }) => `${what} ${JSON.stringify(value)}`);
  return demands.sort().join(', ');
}
