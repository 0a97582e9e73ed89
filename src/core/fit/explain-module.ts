import type { StepOutcome } from '../smoke/outcome.js';
import { confiningLabel, describeLabel, type SecurityLabel } from '../smoke/security-label.js';
import type { Denial, ModuleRefusal } from '../trace/record.js';
import type { Explanation } from './explanation.js';
import type { FailedSubject } from './failed-subject.js';
import { phasesOf } from './step-phases.js';
import { reachesStep } from './step-range.js';

/** How much a refusal by a security module explains of a failed step, beside the points of other refusals. */
const POINTS = { logged: 75, deniedByDefault: 60, answer: 30 } as const;

/**
 * What docker-default denies. These rules do not log, so that no message proves it.
 * Source: https://github.com/moby/profiles/blob/apparmor/v0.1.0/apparmor/template.go ("deny mount,")
 */
const DEFAULT_DENIES: readonly string[] = [
  'mount',
  'fsmount',
  'move_mount',
  'mount_setattr',
  'open_tree',
  'pivot_root',
];
const EACCES = 13;
/** The runtime takes the container's profile: that this fails is told as `security-label-not-in-force`. */
const TAKING_PROFILE = 'change_onexec';

/** Refusals by AppArmor and SELinux in the failed step: what the kernel's log proves, else the calls that nothing else explains. */
export function explainByModule(subject: FailedSubject, step: StepOutcome): readonly Explanation[] {
  const { record, surroundings } = subject.declared;
  const logged = (record?.moduleRefusals ?? []).filter(
    ({ enforced, step: name, operation }) => enforced && name === step.name && operation !== TAKING_PROFILE,
  );
  if (logged.length > 0) return logged.map((refusal) => proven(subject, refusal, step));
  const label = confiningLabel(surroundings);
  if (label === null) return [];
  const names = subject.declared.steps.map(({ name }) => name);
  return (record?.denied ?? [])
    .filter((denial) => phasesOf(step).includes(denial.phase) && reachesStep(denial, step, names))
    .flatMap((denial) => possible(subject, { denial, label, step }) ?? []);
}

function proven(subject: FailedSubject, refusal: ModuleRefusal, step: StepOutcome): Explanation {
  const { program, operation, target, module, subject: who } = refusal;
  const on = target === '' ? '' : ` on ${target}`;
  const by = module === 'apparmor' ? `the AppArmor profile ${who}` : `SELinux, as ${who}`;
  return {
    kind: 'module',
    name: null,
    program,
    rank: POINTS.logged,
    message: `step "${step.name}" failed: ${program} was refused the operation ${operation}${on} by ${by}, as the kernel's log says`,
    advice: module === 'apparmor' ? OWN_PROFILE : OWN_TYPE,
    location: subject.service.at('run', 'security_opt'),
  };
}

interface Candidate {
  readonly denial: Denial;
  readonly label: SecurityLabel;
  readonly step: StepOutcome;
}

/** `null` for an answer that modules do not give and that nothing else points to. */
function possible(subject: FailedSubject, { denial, label, step }: Candidate): Explanation | null {
  const { syscall, program, errno } = denial;
  const isDefault = label.module === 'apparmor' && label.profile === 'docker-default';
  const denies = isDefault && DEFAULT_DENIES.includes(syscall);
  if (errno !== EACCES) return null;
  const known = denies ? ', which denies it without a message' : '';
  return {
    kind: 'module',
    name: null,
    program,
    rank: denies ? POINTS.deniedByDefault : POINTS.answer,
    message:
      `step "${step.name}" failed: ${program} was refused ${syscall} (EACCES) after seccomp let it through and without a ` +
      `capability being refused: possibly by ${describeLabel(label)}${known}`,
    advice: label.module === 'apparmor' ? OWN_PROFILE : OWN_TYPE,
    location: subject.service.at('run', 'security_opt'),
  };
}

const OWN_PROFILE =
  "Do without the operation, or load a profile of the service's own that allows it and name it with apparmor=NAME.";
const OWN_TYPE = 'Do without the operation, or choose a type that allows it with label=type:TYPE.';
