import type { CheckResult } from '../../src/core/result.js';
import { exercise, finding, result, service } from './sample-results.js';

/** A broken result in which everything that others may have written is the payload. */
export function poisoned(payload: string): CheckResult {
  const findings = (['broken-by-confinement', 'unused-capability', 'runs-as-root'] as const).map((rule) =>
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
    findingCount: 4,
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
    }),
    control: exercise({
      works: false,
      steps: [{ ...step, kind: 'test', name: payload, state: 'failed', difference: payload }],
    }),
  });
}
