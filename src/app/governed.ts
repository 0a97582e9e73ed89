import type { Finding } from '../core/finding.js';
import { govern, settingsOf } from '../core/govern.js';
import { untoldRules } from '../core/lint/untold.js';
import type { Service } from '../core/policy/policy.js';
import type { CheckResult } from '../core/result.js';
import { referencesOf } from '../core/standards/control.js';
import { judgeStandard } from '../core/standards/judge-standard.js';
import { STANDARD_IDS } from '../core/standards/standard.js';
import { judge, judgeRun } from '../core/verdict.js';
import { ASSUMED_MACHINE } from './judged-machine.js';
import { lintSubject } from './lint-subject.js';
import type { Loaded, LoadedService } from './load.js';

/** A result before the policy's settings and the chosen standards count. */
type Ungoverned = Omit<CheckResult, 'settings' | 'standards'>;

/**
 * The result with every finding as the policy's settings and the chosen standards let it count, verdicts that follow from that, and
 * what is to be told about both. The one place where either has an effect. Findings get the controls their rules are about.
 */
export function governed(result: Ungoverned, loaded: Loaded): CheckResult {
  const governors = loaded.services.map(({ service }) => service).filter(isGoverning);
  const findings = govern(governors, result.findings).map(withControls);
  const settings = settingsOf(governors);
  const silenced = result.findings.length - findings.length;
  const judged = {
    ...result,
    findings,
    findingCount: result.findingCount - silenced,
    verdict: judgeRun(findings, result),
    services: result.services.map((service) => {
      if (!governors.some(({ name }) => name === service.name)) return service;
      return { ...service, verdict: judge(findings.filter((finding) => finding.service === service.name)) };
    }),
  };
  const standards = reportsOf(judged, loaded.services);
  return {
    ...judged,
    ...(settings.length === 0 ? {} : { settings }),
    ...(standards.length === 0 ? {} : { standards }),
  };
}

function withControls(finding: Finding): Finding {
  const controls = referencesOf(finding.rule);
  return controls.length === 0 ? finding : { ...finding, controls };
}

function isGoverning({ rules, standards }: Service): boolean {
  return rules.length > 0 || standards.length > 0;
}

function reportsOf(result: Ungoverned, parts: readonly LoadedService[]): NonNullable<CheckResult['standards']> {
  const subjects = result.services.flatMap(({ name, verdict }) => {
    const part = parts.find(({ service }) => service.name === name);
    if (part === undefined) return [];
    const findings = result.findings.filter(({ service }) => service === name);
    const untold = untoldRules(lintSubject(part, ASSUMED_MACHINE, result.environment === null ? null : ''));
    return [{ part, subject: { name, verdict, findings, untold } }];
  });
  return STANDARD_IDS.flatMap((id) => {
    const held = subjects.filter(({ part }) => part.service.standards.includes(id)).map(({ subject }) => subject);
    return held.length === 0 ? [] : [judgeStandard(id, held)];
  });
}
