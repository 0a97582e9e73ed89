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
  if (service.minimize !== null && (verdict === 'tight' || verdict === 'loose'))
    return minimizedText(service, service.minimize, verdict);
  if (service.declared === null && verdict === 'tight') {
    return 'No rule objects to the policy and its profiles. The service was not run.';
  }
  const own = OWN_WORDS[verdict](service);
  return own === null ? reasonText(subject, result) : sentence(own);
}

/** What it needs, then what that means for what is declared. */
function minimizedText(
  service: ServiceResult,
  { capabilities, syscalls, trials }: MinimizeReport,
  verdict: 'tight' | 'loose',
): string {
  const { from, needed } = capabilities;
  const names = needed.length === 0 ? 'none' : enumerate(needed);
  const all = count(from.length, 'capability', 'capabilities');
  const calls = `${syscalls.needed.length} of ${count(syscalls.from, 'syscall')}`;
  const needs = `Needs ${names} of ${all} and ${calls} in these tests, as ${count(trials.total, 'run')} showed.`;
  const declared = service.declared === null ? null : OWN_WORDS[verdict](service);
  return declared === null ? needs : `${needs} ${sentence(`it ${declared}`)}`;
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
  if (first === undefined) return result.services.length === 0 ? nothingRun(result) : 'No finding stands against it.';
  const others = subject.service === null ? errorCount(result) - 1 : reasons.length - 1;
  const more = others > 0 ? ` Among the findings: ${count(others, 'more error')}.` : '';
  return `${sentence(subject.service === null ? statement(first) : first.message)}${more}`;
}

/** A shard, or a look at what changed, may leave nothing to judge. */
function nothingRun({ findings }: CheckResult): string {
  const skipped = findings.filter(({ rule }) => rule === 'service-skipped').length;
  if (skipped === 0) return 'Nothing was run here, so this is no verdict: the services are those of other shards.';
  const same = skipped === 1 ? 'the one service has not changed' : `none of ${skipped} services has changed`;
  return `Nothing was run, so this is no verdict: ${same}.`;
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
