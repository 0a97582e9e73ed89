import { grantedCapabilities } from '../core/capability/grant.js';
import { compareFindings, type Finding } from '../core/finding.js';
import { filtersOf } from '../core/lint/context.js';
import { lintService } from '../core/lint/lint.js';
import type { CheckResult, ServiceResult } from '../core/result.js';
import type { ServiceFilters } from '../core/seccomp/service-filters.js';
import { judge, type Verdict } from '../core/verdict.js';
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
  const linted = loaded.services.map(lintPart);
  const more = linted.flatMap(({ found }) => found);
  const findings = [...loaded.findings, ...more].sort(compareFindings);
  const services = linted.map(({ part, filters }) => {
    const own = findings.filter(({ service }) => service === part.service.name);
    return serviceResult(part, filters, judge(own));
  });
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

interface LintedPart {
  readonly part: LoadedService;
  readonly filters: ServiceFilters;
  readonly found: readonly Finding[];
}

function lintPart(part: LoadedService): LintedPart {
  const subject = lintSubject(part, ASSUMED_MACHINE, null);
  const filters = filtersOf(subject);
  return { part, filters, found: lintService(subject, filters) };
}

function serviceResult(part: LoadedService, filters: ServiceFilters, verdict: Verdict): ServiceResult {
  const { service } = part;
  const granted = grantedCapabilities(service.run);
  return {
    name: service.name,
    verdict,
    looseness: null,
    image: null,
    capabilities: reportCapabilities(service, granted),
    seccomp: reportSeccomp(part, filters),
    syscalls: null,
    fit: null,
    grants: [],
    declared: null,
    control: null,
    trials: [],
    contents: null,
    minimize: null,
  };
}
