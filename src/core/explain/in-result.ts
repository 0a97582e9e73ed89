import type { GrantRow } from '../result.js';
import type { RefusedRow, SyscallRow } from '../fit/syscall-report.js';
import { listNames } from '../fit/list-names.js';
import type { ExplainedFact, ExplainedPage } from './page.js';

/** The part of a service's result that tells about single grants. */
export interface ExplainableService {
  readonly name: string;
  readonly syscalls: { readonly rows: readonly SyscallRow[]; readonly refused: readonly RefusedRow[] } | null;
  readonly grants: readonly GrantRow[];
}

/** What a result says of a page's name, a fact for each service. Foreign text. */
export function factsInResult(
  { kind, name }: ExplainedPage,
  services: readonly ExplainableService[],
): readonly ExplainedFact[] {
  if (kind === 'rule') return [];
  return services.map((service) => ({
    label: service.name,
    text: kind === 'syscall' ? syscallText(service, name) : capabilityText(service, name),
  }));
}

function syscallText({ syscalls }: ExplainableService, name: string): string {
  if (syscalls === null) return 'not run';
  const row = syscalls.rows.find((one) => one.name === name);
  const refused = syscalls.refused.filter((one) => one.name === name).map(refusedText);
  return [row === undefined ? 'not allowed' : grantedText(row), ...refused].join('; ');
}

function grantedText({ state, condition, programs, firstStep, lastStep }: SyscallRow): string {
  const allowed = `allowed${condition === null ? '' : ` ${condition}`}`;
  const by = `by ${listNames(programs)} ${stepsText(firstStep, lastStep)}`;
  switch (state) {
    case 'used':
      return `${allowed}, used ${by}`;
    case 'runtime':
      return `${allowed}, used by the runtime only`;
    case 'tester':
      return `${allowed}, used only ${by}, which a test put into the container`;
    case 'frozen':
      return `${allowed}, not seen and never excess`;
    case 'excepted':
      return `${allowed}, not used in these tests, excepted`;
    case 'excess':
      return `${allowed}, not used in these tests`;
    case 'unknown':
      return `${allowed}, not seen by a record that did not see everything`;
  }
}

function refusedText({ program, answer, firstStep, lastStep }: RefusedRow): string {
  return `refused to ${program} (${answer}) ${stepsText(firstStep, lastStep)}`;
}

function stepsText(first: string | null, last: string | null): string {
  if (first === null || last === null) return 'in an earlier run';
  return first === last ? `in step "${first}"` : `from step "${first}" to step "${last}"`;
}

function capabilityText({ grants }: ExplainableService, name: string): string {
  const row = grants.find((one) => one.name === name);
  return row === undefined ? 'not granted' : `${row.state}: ${row.evidence}`;
}
