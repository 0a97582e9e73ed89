import type { Capability } from '../capability/names.js';
import { unifiedDiff } from '../edit/unified-diff.js';
import { editConfinement } from '../policy/edit-confinement.js';
import { keepCapabilities } from '../policy/keep-capabilities.js';
import type { Service } from '../policy/policy.js';
import type { Proposal } from './minimize-report.js';
import { runFlags } from './run-flags.js';

/** What a minimization found, and the policy it is proposed for. */
export interface Proposable {
  readonly service: Service;
  /** The policy's path from the folder that the patch is to be applied in. */
  readonly file: string;
  /** As the policy's file holds it. */
  readonly text: string;
  /** What the service is to be granted. */
  readonly capabilities: readonly Capability[];
  /** Profiles in Docker's format, as JSON text. */
  readonly usedProfile: string;
  readonly neededProfile: string;
}

/** What to change so that a service runs with what it needs: two profiles to choose from, a patch and flags with the roomier one. */
export function propose({ service, file, text, capabilities, usedProfile, neededProfile }: Proposable): Proposal {
  const profile = usedProfileName(service.name);
  const { capDrop, capAdd } = keepCapabilities(service.run, capabilities);
  const after = editConfinement(text, { service: service.name, capDrop, capAdd, profile });
  const run = {
    ...service.run,
    capDrop: capDrop ?? service.run.capDrop,
    capAdd: capAdd ?? service.run.capAdd,
    seccomp: { kind: 'file', path: profile },
  } as const;
  return {
    usedProfile,
    neededProfile,
    policyPatch: after === null ? null : unifiedDiff({ file, before: text, after }),
    runFlags: runFlags(run),
  };
}

/** File name of the profile that the patch and the flags name, to be put beside the policy. A service's name is safe in paths. */
export function usedProfileName(service: string): string {
  return `${service}.used.json`;
}
