import { usedProfileName } from '../../core/fit/proposal.js';
import type { MinimizeReport, Proposal } from '../../core/fit/minimize-report.js';
import type { CheckResult } from '../../core/result.js';
import { shellWord } from '../../core/shell-word.js';

/** A file to write: `name` is a plain file name. */
export interface ProposalFile {
  readonly name: string;
  readonly text: string;
}

/** The proposals of every minimized service as files: `<service>.used.json`, `.needed.json` and `.policy.patch`. */
export function proposalFiles({ services }: Pick<CheckResult, 'services'>): readonly ProposalFile[] {
  return services.flatMap(({ name, minimize }) => (minimize === null ? [] : filesOf(name, minimize)));
}

function filesOf(service: string, { proposal }: MinimizeReport): readonly ProposalFile[] {
  const { usedProfile, neededProfile, policyPatch } = proposal;
  return [
    { name: usedProfileName(service), text: usedProfile },
    { name: `${service}.needed.json`, text: neededProfile },
    ...(policyPatch === null || policyPatch === '' ? [] : [{ name: `${service}.policy.patch`, text: policyPatch }]),
  ];
}

/** What to do with the files of a service, in sentences. */
export function proposalText(service: string, { syscalls, proposal }: MinimizeReport): string {
  const used = `${usedProfileName(service)} allows the ${syscalls.used.length} calls that were used, with room for paths the tests do not reach`;
  const needed = `${service}.needed.json the ${syscalls.needed.length} that it fails without`;
  return `${used}; ${needed}. Put one beside the policy under the first name. ${patchText(proposal)}`;
}

function patchText({ policyPatch }: Proposal): string {
  if (policyPatch === '') return 'The policy itself says so already.';
  return policyPatch === null
    ? "The policy's text cannot be changed in place: write the flags below into its run block by hand."
    : 'Then change the policy like this:';
}

/** The flags as words that a shell takes as they are meant. Foreign text. */
export function quotedFlags({ runFlags }: Proposal): readonly string[] {
  return runFlags.map(shellWord);
}
