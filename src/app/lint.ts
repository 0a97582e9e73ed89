import { grantedCapabilities } from '../core/capability/grant.js';
import { UsageError } from '../core/errors.js';
import { compareFindings, type Finding } from '../core/finding.js';
import { filtersOf } from '../core/lint/context.js';
import { lintService } from '../core/lint/lint.js';
import { ruleOf } from '../core/rules.js';
import type { CheckResult, ServiceResult } from '../core/result.js';
import type { ServiceFilters } from '../core/seccomp/service-filters.js';
import type { StandardId } from '../core/standards/standard.js';
import { judge, type Verdict } from '../core/verdict.js';
import type { World } from '../ports.js';
import { governed } from './governed.js';
import { heldTo } from './held-to.js';
import { ASSUMED_MACHINE } from './judged-machine.js';
import { lintSubject } from './lint-subject.js';
import type { LoadedService } from './load.js';
import { loadLintable } from './load-lintable.js';
import { reportCapabilities, reportSeccomp } from './report-confinement.js';

/** What to lint. */
export interface LintRequest {
  /** A policy, or a seccomp profile alone. */
  readonly policyFile: string;
  /** What the services are held to beside the policy's own. Absent: nothing. */
  readonly standards?: readonly StandardId[];
  readonly runId: string;
  readonly version: string;
}

/**
 * Judges a policy and what it names, or a profile alone, without running anything. Throws UsageError for a profile alone that is
 * to be held to a standard.
 */
export async function lint(
  { files, clock }: Pick<World, 'files' | 'clock'>,
  request: LintRequest,
): Promise<CheckResult> {
  const startedAt = clock.date();
  const began = clock.now();
  const lintable = await loadLintable({ files }, request.policyFile);
  const standards = request.standards ?? [];
  if (standards.length > 0 && lintable.services.some(({ isAlone }) => isAlone === true)) {
    throw new UsageError('a profile alone cannot be held to a standard. Lint the policy that names it.');
  }
  const loaded = heldTo(lintable, standards);
  const linted = loaded.services.map(lintPart);
  const more = linted.flatMap(({ found }) => found);
  const findings = [...loaded.findings, ...more].sort(compareFindings);
  const services = linted.map(({ part, filters }) => {
    const own = findings.filter(({ service }) => service === part.service.name);
    return serviceResult(part, filters, judge(own));
  });
  const result = {
    version: 1 as const,
    tool: { name: 'tightfit' as const, version: request.version },
    run: {
      id: request.runId,
      mode: 'lint' as const,
      startedAt: new Date(startedAt).toISOString(),
      duration: clock.now() - began,
      shard: null,
      services: loaded.services.map(({ service }) => service.name),
    },
    policy: { file: loaded.file, sha256: loaded.sha256 },
    environment: null,
    verdict: judge(findings),
    services,
    findings,
    findingCount: loaded.count + more.length,
  };
  return governed(result, loaded);
}

interface LintedPart {
  readonly part: LoadedService;
  readonly filters: ServiceFilters;
  readonly found: readonly Finding[];
}

function lintPart(part: LoadedService): LintedPart {
  const subject = lintSubject(part, ASSUMED_MACHINE, null);
  const filters = filtersOf(subject);
  const found = lintService(subject, filters);
  return { part, filters, found: part.isAlone === true ? found.filter(isAboutProfile) : found };
}

/** A profile without a policy says nothing about how its service is run. */
function isAboutProfile({ rule }: Finding): boolean {
  return ruleOf(rule).chapter === 'profile';
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
    reach: null,
    minimize: null,
  };
}
