import { grantedCapabilities } from '../core/capability/grant.js';
import { compareFindings } from '../core/finding.js';
import { lintService } from '../core/lint/lint.js';
import type { CheckResult, ServiceResult } from '../core/result.js';
import { judge } from '../core/verdict.js';
import type { World } from '../ports.js';
import { ASSUMED_MACHINE } from './judged-machine.js';
import { lintSubject } from './lint-subject.js';
import { load, type LoadedService } from './load.js';
import { reportCapabilities, reportSeccomp } from './report-confinement.js';

/** What to lint. */
export interface LintRequest {
  readonly policyFile: string;
  readonly runId: string;
  readonly version: string;
}

/** Judges a policy and what it names without running anything. */
export async function lint(
  { files, clock }: Pick<World, 'files' | 'clock'>,
  request: LintRequest,
): Promise<CheckResult> {
  const startedAt = clock.date();
  const began = clock.now();
  const loaded = await load({ files }, request.policyFile);
  const linted = loaded.services.map((part) => ({
    part,
    found: lintService(lintSubject(part, ASSUMED_MACHINE, null)),
  }));
  const more = linted.flatMap(({ found }) => found);
  const findings = [...loaded.findings, ...more].sort(compareFindings);
  const services = linted.map(({ part }) =>
    serviceResult(part, judge(findings.filter(({ service }) => service === part.service.name))),
  );
  return {
    version: 1,
    tool: { name: 'tightfit', version: request.version },
    run: {
      id: request.runId,
      mode: 'lint',
      startedAt: new Date(startedAt).toISOString(),
      duration: clock.now() - began,
    },
    policy: { file: loaded.file, sha256: loaded.sha256 },
    environment: null,
    verdict: judge(findings),
    services,
    findings,
    findingCount: loaded.count + more.length,
  };
}

function serviceResult(part: LoadedService, verdict: ServiceResult['verdict']): ServiceResult {
  const { service } = part;
  const granted = grantedCapabilities(service.run);
  return {
    name: service.name,
    verdict,
    looseness: null,
    image: null,
    capabilities: reportCapabilities(service, granted),
    seccomp: reportSeccomp(part, ASSUMED_MACHINE),
    syscalls: null,
    fit: null,
    grants: [],
    declared: null,
    control: null,
    trials: [],
  };
}
