import type { Location } from '../finding.js';
import type { StepOutcome } from '../smoke/outcome.js';
import type { CapabilityUse, Refusal, Sighting } from '../trace/record.js';
import type { FailedSubject, Refused } from './failed-subject.js';
import { describeRefuser, placeOfProfile } from './fit-subject.js';
import { grantedCalls, refusalOf } from './granted-call.js';
import { describePlace, placeOfCall, placeToAllow } from './profile-place.js';
import { describeAnswer } from './refusal-answer.js';
import { reachesStep } from './step-range.js';

/** An explanation as people read it. */
export interface ExplanationWords {
  /** The fact and the reason. Foreign text. */
  readonly message: string;
  /** What to change. */
  readonly advice: string;
  readonly location: Location;
}

/** The fact, the reason and what to change, for something that was refused. */
export function explanationWords(subject: FailedSubject, refused: Refused, step: StepOutcome): ExplanationWords {
  const change =
    refused.kind === 'syscall'
      ? changeForCall(subject, refused.sighting)
      : changeForCapability(subject, refused.sighting);
  const what = refused.kind === 'syscall' ? callText(subject, refused.sighting) : capabilityText(refused.sighting);
  return { message: `step "${step.name}" failed: ${what}${whenText(subject, refused.sighting, step)}`, ...change };
}

function callText(subject: FailedSubject, { syscall, answer, program, ownFilter }: Refusal): string {
  const by = ownFilter ? 'a filter that the service loaded itself or by ' : '';
  return `${program} was refused ${syscall ?? 'a call that the kernel does not name'} (${describeAnswer(answer)}) by ${by}${describeRefuser(subject)}`;
}

function capabilityText({ program, capability }: CapabilityUse): string {
  return `${program} was refused the capability ${capability}`;
}

/** What was refused before the step, or after it had begun still, is told apart. */
function whenText({ declared }: FailedSubject, sighting: Sighting, step: StepOutcome): string {
  const names = declared.steps.map(({ name }) => name);
  return reachesStep(sighting, step, names) ? '' : ` before, in step "${sighting.lastStep}"`;
}

type Change = Pick<ExplanationWords, 'advice' | 'location'>;

function changeForCall(subject: FailedSubject, { syscall }: Refusal): Change {
  const { profile, filter } = subject;
  if (syscall === null) {
    const advice = 'Let the profile answer with SCMP_ACT_ERRNO instead of killing, to learn which call it was.';
    return { advice, location: placeOfProfile(subject) };
  }
  if (syscall === 'clone3') return { advice: ANSWER_CLONE3, location: placeOfProfile(subject) };
  if (profile === null) {
    const advice = `Give the service a profile that allows "${syscall}"; tightfit minimize writes one.`;
    return { advice, location: placeOfProfile(subject) };
  }
  const location = placeToAllow(profile);
  const granted = grantedCalls(filter).find(({ name }) => name === syscall)?.rule ?? null;
  if (granted !== null) return widen(placeOfCall(profile, syscall, granted));
  const rule = refusalOf(filter, syscall)?.rule ?? null;
  if (rule === null) return { advice: `Add "${syscall}" to ${describePlace(location)}, ${OR_MINIMIZE}`, location };
  const from = placeOfCall(profile, syscall, rule);
  const advice = `Take "${syscall}" out of ${describePlace(from)} and add it to ${describePlace(location)}, ${OR_MINIMIZE}`;
  return { advice, location: from };
}

const OR_MINIMIZE = 'or run tightfit minimize.';
/** Its flags are in memory, where no filter sees them. */
const ANSWER_CLONE3 =
  'Answer clone3 with ENOSYS (errnoRet 38), so that libraries take clone, whose flags a filter can see.';

function widen(location: Location): Change {
  return { advice: `Widen the condition at ${describePlace(location)}, ${OR_MINIMIZE}`, location };
}

function changeForCapability({ service, grants }: FailedSubject, { capability }: CapabilityUse): Change {
  const location = service.at('run', 'cap_add');
  if (!grants.some(({ name }) => name === capability)) {
    return { advice: `Add ${capability} to cap_add at ${describePlace(location)}, ${OR_MINIMIZE}`, location };
  }
  const advice = `${capability} is granted, but a process of another user than root does not hold it${service.run.noNewPrivileges ? EVEN_SO : OR_FILE}`;
  return { advice, location: service.at('run', 'user') };
}

const OR_FILE = ': run it as root or give the file the capability.';
/** https://www.kernel.org/doc/html/latest/userspace-api/no_new_privs.html */
const EVEN_SO =
  ', and no-new-privileges keeps setuid and file capabilities from giving it: run it as root, or allow new privileges.';
