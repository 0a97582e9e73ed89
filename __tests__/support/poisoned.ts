import type { Comparison } from '../../src/core/diff/comparison.js';
import type { MinimizeReport } from '../../src/core/fit/minimize-report.js';
import type { CheckResult } from '../../src/core/result.js';
import { looseness, refusedRow, row, syscallReport } from './sample-fit-report.js';
import { sampleContents } from './sample-contents.js';
import { breakRow, minimizeReport } from './sample-minimize.js';
import { exercise, finding, result, service } from './sample-results.js';

/** A broken result in which everything that others may have written is the payload. */
export function poisoned(payload: string): CheckResult {
  const findings = (['broken-by-confinement', 'unused-capability', 'refused-at-failure', 'runs-as-root'] as const).map(
    (rule) =>
      finding(rule, {
        service: payload,
        message: payload,
        advice: payload,
        location: { file: payload, line: 1, column: 1 },
        grants: [payload],
      }),
  );
  return result({
    verdict: 'broken',
    policy: { file: payload, sha256: null },
    environment: {
      engine: payload,
      runtime: payload,
      kernel: payload,
      arch: payload,
      operatingSystem: payload,
      cgroupVersion: '2',
    },
    services: [poisonedService(payload), service()],
    findings: [...findings, finding('engine-failed', { service: null, message: payload, advice: payload })],
    findingCount: 5,
    baseline: {
      file: payload,
      run: { id: payload, startedAt: payload, version: payload },
      differences: poisonedComparison(payload).differences,
      uncompared: [{ service: payload, reason: payload }],
    },
  });
}

function poisonedService(payload: string): CheckResult['services'][number] {
  const step = { duration: 1, attempts: 1 };
  return service({
    name: payload,
    verdict: 'broken',
    image: { reference: payload, id: payload },
    capabilities: { requested: [payload], bounding: ['SETUID'], effective: [] },
    seccomp: { source: payload, sha256: null, allowed: null },
    grants: [{ kind: 'capability', name: 'SETUID', state: 'needed', evidence: payload }],
    declared: exercise({
      works: false,
      steps: [
        { ...step, kind: 'test', name: `${payload} `, state: 'passed', difference: '' },
        { ...step, kind: 'test', name: payload, state: 'failed', difference: payload },
      ],
      end: { exitCode: 1, oomKilled: true, restarts: 1, error: `${payload}!` },
      log: payload,
      unrecorded: { reason: payload, advice: payload },
    }),
    contents: sampleContents({}, payload),
    syscalls: poisonedSyscalls(payload),
    fit: looseness({ flips: true }),
    minimize: poisonedMinimize(payload),
    control: exercise({
      works: false,
      steps: [{ ...step, kind: 'test', name: payload, state: 'failed', difference: payload }],
    }),
  });
}

/** Names of grants come from tables of ours. */
function poisonedMinimize(payload: string): MinimizeReport {
  const said = { step: payload, message: payload, program: payload, refused: [payload] };
  const { key, proposal } = minimizeReport();
  return minimizeReport({
    key: {
      ...key,
      imageId: payload,
      engine: payload,
      runtime: payload,
      libseccomp: payload,
      kernel: payload,
      user: payload,
    },
    rows: [breakRow('mmap', said), breakRow('kill', { ...said, effect: 'works' }), breakRow(payload, said)],
    syscalls: {
      from: 1,
      used: [payload],
      needed: [payload],
      frozen: [payload],
      forRuntimes: [{ call: payload, answers: ['EPERM'], runtimes: [payload] }],
    },
    proposal: { ...proposal, policyPatch: payload, runFlags: [payload, `--env=A=${payload}`], usedProfile: payload },
    notes: [payload],
  });
}

/** Names of calls come from tables of ours, but for numbers without one. */
function poisonedSyscalls(payload: string): NonNullable<CheckResult['services'][number]['syscalls']> {
  const seen = { programs: [payload, payload], firstStep: payload, lastStep: `${payload} `, condition: payload };
  const rows = [
    row(payload, seen),
    row(payload, { ...seen, state: 'tester' }),
    row(payload, { ...seen, state: 'excess', tier: 'T3' }),
  ];
  const refused = (['service', 'exec', 'runtime'] as const).map((phase) =>
    refusedRow(phase === 'runtime' ? null : payload, {
      phase,
      program: payload,
      answer: payload,
      firstStep: payload,
      lastStep: `${payload} `,
      location: { file: payload, line: 1, column: 1 },
    }),
  );
  return syscallReport(rows, {
    refused,
    completeness: { complete: false, reasons: [payload, payload] },
    floor: {
      calls: [payload],
      basis: 'common',
      statement: payload,
      needs: [{ call: payload, answers: ['EPERM', 'ENOSYS'], runtimes: [payload] }],
    },
    contradictions: [payload],
    cves: { total: 1, blocked: 0, open: [payload] },
    blindSpots: (['compat', 'io_uring', 'emulation'] as const).map((kind) => ({ kind, programs: [payload, payload] })),
  });
}

/** A comparison in which everything that others may have written is the payload. */
export function poisonedComparison(payload: string): Comparison {
  const differences = (['looser', 'tighter', 'changed'] as const).map((direction) => ({
    direction,
    aspect: 'test' as const,
    service: payload,
    abi: null,
    name: payload,
    before: payload,
    after: payload,
    example: payload,
  }));
  const more = differences.map((difference) => ({ ...difference, name: `${payload} ` }));
  return { kind: 'policy', before: payload, after: payload, basis: payload, differences: [...differences, ...more] };
}
