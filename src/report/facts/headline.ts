import type { MinimizeReport } from '../../core/fit/minimize-report.js';
import type { CheckResult, GrantRow, GrantState, ServiceResult } from '../../core/result.js';
import { comesFurther, failedStep } from '../../core/smoke/outcome.js';
import { describe } from '../../core/smoke/step-findings.js';
import { statement } from '../finding-line.js';
import { reasonsFor } from './reasons.js';
import type { Subject } from './subject.js';
import { count, enumerate, sentence } from './wording.js';

/** Why a subject has its verdict, in a sentence or two. Foreign text. */
export function headline(subject: Subject, result: CheckResult): string {
  const { service, verdict } = subject;
  if (service === null) return reasonText(subject, result);
  if (service.minimize !== null && (verdict === 'tight' || verdict === 'loose')) return minimizedText(service.minimize);
  if (service.declared === null && verdict === 'tight') {
    return 'No rule objects to the policy and its profiles. The service was not run.';
  }
  const own = OWN_WORDS[verdict](service);
  return own === null ? reasonText(subject, result) : sentence(own);
}

function minimizedText({ capabilities, syscalls, trials }: MinimizeReport): string {
  const { from, needed } = capabilities;
  const names = needed.length === 0 ? 'none' : enumerate(needed);
  const all = count(from.length, 'capability', 'capabilities');
  return `Proven in ${count(trials.total, 'run')}: in these tests it needs ${names} of ${all} and ${syscalls.needed.length} of ${count(syscalls.from, 'syscall')}.`;
}

const OWN_WORDS = {
  tight: tightText,
  loose: looseText,
  broken: brokenText,
  unjudged: () => null,
} as const;

function reasonText(subject: Subject, result: CheckResult): string {
  const reasons = reasonsFor(subject, result);
  const [first] = reasons;
  if (first === undefined) return 'No finding stands against it.';
  const others = subject.service === null ? errorCount(result) - 1 : reasons.length - 1;
  const more = others > 0 ? ` Among the findings: ${count(others, 'more error')}.` : '';
  return `${sentence(subject.service === null ? statement(first) : first.message)}${more}`;
}

/** All of them, listed or not: what is not listed are further mistakes in the policy, which are errors. */
function errorCount({ findings, findingCount }: CheckResult): number {
  return findings.filter(({ severity }) => severity === 'error').length + findingCount - findings.length;
}

function tightText({ grants }: ServiceResult): string {
  if (grants.length === 0) return 'works as declared, without any capability';
  const others = (['unused', 'excepted', 'untried'] as const)
    .map((state) => ({ state, names: namesOf(grants, state) }))
    .filter(({ names }) => names.length > 0)
    .map(({ state, names }) => `${names.length} ${STATE_WORDS[state]}`);
  const needed = namesOf(grants, 'needed').length;
  if (others.length === 0) {
    return grants.length === 1
      ? 'works as declared, and its one capability is needed in these tests'
      : `works as declared, and each of its ${grants.length} capabilities is needed in these tests`;
  }
  return `works as declared; of its ${count(grants.length, 'capability', 'capabilities')} ${enumerate([`${needed} needed`, ...others])}`;
}

const STATE_WORDS = {
  unused: 'not needed in these tests, within the limit',
  excepted: 'excepted by the policy',
  untried: 'not tried',
} as const;

function looseText({ grants, fit }: ServiceResult): string | null {
  const unused = namesOf(grants, 'unused');
  const of = `${unused.length} of ${count(grants.length, 'capability', 'capabilities')}`;
  const parts = [
    ...(fit === null || fit.score === null || fit.score <= fit.limit
      ? []
      : [`its looseness of ${fit.score} is above the limit of ${fit.limit}`]),
    ...(unused.length === 0
      ? []
      : [`${of} ${unused.length === 1 ? 'is' : 'are'} not needed in these tests: ${enumerate(unused)}`]),
  ];
  return parts.length === 0 ? null : `works as declared, but ${parts.join('; and ')}`;
}

function brokenText({ declared, control }: ServiceResult): string | null {
  if (declared === null) return null;
  const step = failedStep(declared);
  if (step === null) return null;
  const fact = `${describe(step)} as declared`;
  if (control === null) return fact;
  if (!control.works && comesFurther(control, declared)) {
    return `${fact}; under engine defaults it gets further: the confinement breaks it`;
  }
  return control.works
    ? `${fact}; under engine defaults everything works: the confinement breaks it`
    : `${fact}, and the service fails under engine defaults too: it is broken by itself`;
}

function namesOf(grants: readonly GrantRow[], state: GrantState): readonly string[] {
  return grants.filter((grant) => grant.state === state).map(({ name }) => name);
}
