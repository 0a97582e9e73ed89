import type { Finding } from '../finding.js';
import { listNames } from '../fit/list-names.js';
import type { RuleId } from '../rules.js';
import type { Verdict } from '../verdict.js';
import { controlsOf, type Control } from './control.js';
import { STANDARDS, type StandardId } from './standard.js';

/** How services stand to one standard. Plain JSON. */
export interface StandardReport {
  readonly id: StandardId;
  readonly title: string;
  /** Service by service, in the standard's order. */
  readonly controls: readonly JudgedControl[];
}

export interface JudgedControl {
  readonly service: string;
  /** As the standard numbers or names it. */
  readonly id: string;
  readonly title: string;
  readonly state: 'met' | 'failed' | 'not-judged';
  /** The rules that found something, why it is met by design, or why it is not judged; empty when the rules found nothing. */
  readonly reason: string;
}

/** A service as far as standards look at it. */
export interface StandardSubject {
  readonly name: string;
  readonly verdict: Verdict;
  /** All of the service's. */
  readonly findings: readonly Finding[];
  /** Rules that had too little to go by. */
  readonly untold: readonly RuleId[];
}

/** Holds services to a standard. What no rule looked at is never met. */
export function judgeStandard(id: StandardId, subjects: readonly StandardSubject[]): StandardReport {
  const { title } = STANDARDS[id];
  const controls = subjects.flatMap((subject) =>
    controlsOf(id).map((control) => ({
      service: subject.name,
      id: control.id,
      title: control.title,
      ...judgeControl(control, subject),
    })),
  );
  return { id, title, controls };
}

function judgeControl(control: Control, subject: StandardSubject): Pick<JudgedControl, 'state' | 'reason'> {
  const { judgement, rules, reason } = control;
  if (judgement === 'none') return { state: 'not-judged', reason };
  if (judgement === 'design') return { state: 'met', reason };
  const failed = rules.filter((rule) => subject.findings.some((finding) => finding.rule === rule));
  if (failed.length > 0) return { state: 'failed', reason: listNames(failed) };
  if (subject.verdict === 'unjudged') return { state: 'not-judged', reason: 'the service was not judged' };
  const untold = rules.filter((rule) => subject.untold.includes(rule));
  if (untold.length > 0) return { state: 'not-judged', reason: `${listNames(untold)} needs the image` };
  return { state: 'met', reason: '' };
}
