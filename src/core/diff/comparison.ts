import { DOCKER_DEFAULT_CAPABILITIES } from '../capability/names.js';
import type { CheckResult } from '../result.js';
import type { Profile } from '../seccomp/profile.js';
import { differenceOf, type Difference, type Sides } from './difference.js';
import { policyDifferences, type ComparedService } from './policy-differences.js';
import { profileDifferences, type Machines } from './profile-differences.js';
import { resultDifferences } from './result-differences.js';

/** What can be compared with its like. */
export type Comparable =
  | { readonly kind: 'profile'; readonly profile: Profile }
  | { readonly kind: 'policy'; readonly services: readonly ComparedService[] }
  | { readonly kind: 'result'; readonly result: CheckResult };

/** What a comparison showed. Plain JSON. */
export interface Comparison {
  readonly kind: Comparable['kind'];
  /** As the user named both sides. */
  readonly before: string;
  readonly after: string;
  /** What filters were resolved for, one clause; empty for results, which say it themselves. */
  readonly basis: string;
  readonly differences: readonly Difference[];
}

/** The differences between two of a kind; `null` when they are of two. */
export function differencesBetween(sides: Sides<Comparable>, machines: Machines): readonly Difference[] | null {
  const { before, after } = sides;
  if (before.kind === 'profile' && after.kind === 'profile') {
    const capabilities = DOCKER_DEFAULT_CAPABILITIES;
    const confining = { before: { ...before, capabilities }, after: { ...after, capabilities } };
    return profileDifferences(confining, machines).map((change) => differenceOf(change, null));
  }
  if (before.kind === 'policy' && after.kind === 'policy') {
    return policyDifferences({ before: before.services, after: after.services }, machines);
  }
  if (before.kind === 'result' && after.kind === 'result') {
    return resultDifferences({ before: before.result, after: after.result });
  }
  return null;
}

/** What filters are resolved for, as people read it. */
export function basisOf(kind: Comparable['kind'], { machines, kernel }: Machines): string {
  if (kind === 'result') return '';
  const whose = kind === 'profile' ? "Docker's default capabilities" : "each service's own capabilities";
  return `resolved for ${machines.join(' and ')}, Linux ${kernel.major}.${kernel.minor}, ${whose}`;
}
