import type { AuditLine } from './audit-line.js';
import type { ModuleRefusal } from './record.js';

/** An audit message and the name of the step it belongs to. */
export interface AuditInStep {
  readonly line: AuditLine;
  readonly step: string;
}

/** When a step began, in milliseconds since 1970. */
export interface StepStart {
  readonly name: string;
  readonly time: number;
}

/** The step under way at the time of a message: the last that began before it, else the first. */
export function stepAt(steps: readonly StepStart[], time: number): string {
  const step = steps.findLast((one) => one.time <= time) ?? steps[0];
  return step?.name ?? '';
}

/** One row for each decision that differs in more than its process and time. */
export function moduleRefusals(audit: readonly AuditInStep[]): readonly ModuleRefusal[] {
  const rows = new Map<string, ModuleRefusal>();
  for (const { line, step } of audit) {
    const { module, enforced, subject, operation, target, program } = line;
    const row = { module, enforced, subject, operation, target, program, step };
    const key = JSON.stringify(row);
    rows.set(key, { ...row, count: (rows.get(key)?.count ?? 0) + 1 });
  }
  return [...rows.values()];
}
