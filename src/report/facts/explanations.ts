import type { Finding } from '../../core/finding.js';
import type { ServiceResult } from '../../core/result.js';
import { failedStep } from '../../core/smoke/outcome.js';
import { statement } from '../finding-line.js';

/** What was refused where a service failed and what to change. Foreign text. */
export function explanations(service: ServiceResult, findings: readonly Finding[]): readonly string[] {
  const step = service.declared === null ? null : failedStep(service.declared);
  const known = step === null ? '' : `step "${step.name}" failed: `;
  return findings
    .filter(({ rule, service: about }) => rule === 'refused-at-failure' && about === service.name)
    .map((finding) => statement({ ...finding, message: without(known, finding.message) }));
}

/** The step stands above already. */
function without(start: string, message: string): string {
  return message.startsWith(start) ? message.slice(start.length) : message;
}
