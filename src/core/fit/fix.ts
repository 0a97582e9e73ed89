import { editConfinement } from '../policy/edit-confinement.js';
import { keepCapabilities } from '../policy/keep-capabilities.js';
import type { Service } from '../policy/policy.js';
import { CAPABILITIES, type Capability } from '../capability/names.js';
import { fixProfiles } from './fix-profile.js';
import { refuseToFix } from './fix-refusal.js';
import type { FileFix, FixPlan, Fixable, FixableResult } from './fixable.js';
import { listNames } from './list-names.js';

/**
 * Takes out of a policy and its profiles what a check found to be excess, and nothing that is used, needed, frozen or
 * excepted. Gives the reason, in a sentence with advice, when the result says too little about these files.
 */
export function planFix(fixable: Fixable): FixPlan | { readonly refusal: string } {
  const refusal = refuseToFix(fixable);
  if (refusal !== null) return { refusal };
  const policy = fixPolicy(fixable);
  const profiles = fixProfiles(fixable);
  return { files: [...policy.files, ...profiles.files], notes: [...policy.notes, ...profiles.notes] };
}

function fixPolicy({ policy, text, result, services }: Fixable): FixPlan {
  let after = text;
  const removed: FileFix['removed'][number][] = [];
  const notes: string[] = [];
  for (const service of policy.services.filter(({ name }) => services.includes(name))) {
    const unused = unusedOf(result, service);
    if (unused.length === 0) continue;
    const edited = withoutCapabilities(after, service, keptOf(result, service));
    if (edited === null) {
      notes.push(
        `${service.name}: ${listNames(unused)} cannot be taken out of the policy's text in place; remove by hand`,
      );
    } else {
      after = edited;
      removed.push({ service: service.name, names: [...unused].sort() });
    }
  }
  return {
    files: removed.length === 0 ? [] : [{ path: policy.file, file: policy.file, before: text, after, removed }],
    notes,
  };
}

function withoutCapabilities(text: string, service: Service, kept: readonly Capability[]): string | null {
  const change = keepCapabilities(service.run, kept);
  return editConfinement(text, { service: service.name, ...change, profile: null });
}

function unusedOf(result: FixableResult, service: Service): readonly Capability[] {
  return capabilitiesOf(result, service, (state) => state === 'unused');
}

function keptOf(result: FixableResult, service: Service): readonly Capability[] {
  return capabilitiesOf(result, service, (state) => state !== 'unused');
}

function capabilitiesOf(
  { services }: FixableResult,
  { name }: Service,
  has: (state: string) => boolean,
): readonly Capability[] {
  const rows = services.find((service) => service.name === name)?.grants ?? [];
  return CAPABILITIES.filter((capability) => rows.some((row) => row.name === capability && has(row.state)));
}
