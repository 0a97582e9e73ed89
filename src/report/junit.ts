import type { CheckResult } from '../core/result.js';
import { findingsBySubject } from './facts/findings-by-subject.js';
import { ruleCases } from './junit/rule-cases.js';
import { stepCases } from './junit/step-cases.js';
import { countsOf, seconds, suiteLines, type TestCase } from './junit/test-case.js';

/**
 * The result as JUnit XML for dashboards: a suite for each service and one for what concerns them all, with a case for each step of
 * the run and for each rule. Cases that fail are those that decided the verdict.
 * Source: https://github.com/testmoapp/junitxml
 */
export function junit(result: CheckResult): string {
  const suites = suitesOf(result);
  const cases = suites.flatMap((suite) => suite.cases);
  const numbers = Object.entries({ tests: cases.length, ...countsOf(cases) }).map(([kind, n]) => `${kind}="${n}"`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="tightfit" ${numbers.join(' ')} time="${seconds(result.run.duration)}">`,
    ...suites.flatMap(({ name, cases: own }) => suiteLines(name, own)),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Suite {
  /** Foreign text. */
  readonly name: string;
  readonly cases: readonly TestCase[];
}

function suitesOf(result: CheckResult): readonly Suite[] {
  return findingsBySubject(result, Infinity).map(({ service: name, findings }) => {
    const service = result.services.find((one) => one.name === name) ?? null;
    const subject = name ?? result.policy.file;
    const steps = service === null ? [] : stepCases(service);
    return { name: subject, cases: [...steps, ...ruleCases(subject, findings)] };
  });
}
