import type { SyscallReport, SyscallRow } from '../../core/fit/syscall-report.js';
import type { ServiceResult } from '../../core/result.js';
import { markdownCode, markdownText } from '../escape/markdown.js';
import { excessCount, excessTiers, usedByTests } from '../facts/excess.js';
import { fitDetails, otherCalls } from '../facts/fit.js';
import { refusedCalls, refusedBy } from '../facts/refused.js';
import { fold } from './fold.js';
import { table } from './table.js';

/** Bytes for the rows of a table about calls. */
const CALLS_BUDGET = 60_000;

/** How the grants fit, what is excess, what was refused and who used what, a Markdown block each. */
export function fitBlocks(service: ServiceResult): readonly string[] {
  const { syscalls } = service;
  if (syscalls === null) return [];
  return [balance(service, syscalls), ...fit(service), ...excess(syscalls), ...refused(service), ...used(syscalls)];
}

/** Granted against used, refused and excess. */
function balance(service: ServiceResult, report: SyscallReport): string {
  const { allowed, states, recorded, completeness } = report;
  const calls = [
    'syscalls',
    String(allowed.always + allowed.conditionally),
    recorded ? String(states.used + states.runtime) : 'not recorded',
    recorded ? String(refusedCalls(service).length) : 'not recorded',
    completeness.complete ? String(excessCount(report)) : 'not known',
    recorded ? otherCalls(report) : '',
  ];
  return table(['Fit', 'Granted', 'Used', 'Refused', 'Excess', 'Others'], [calls, ...capabilities(service)]);
}

/** What was refused of them is no list: the kernel asks for many just in case. */
function capabilities({ grants }: ServiceResult): readonly (readonly string[])[] {
  if (grants.length === 0) return [];
  const [needed, unused, excepted, untried] = (['needed', 'unused', 'excepted', 'untried'] as const).map(
    (state) => grants.filter((grant) => grant.state === state).length,
  );
  const others = [
    ...(excepted === 0 ? [] : [`${excepted} excepted`]),
    ...(untried === 0 ? [] : [`${untried} not tried`]),
  ];
  return [['capabilities', String(grants.length), `${needed} needed`, '', String(unused), others.join(', ')]];
}

/** The table above says the rest. */
const COUNTED: ReadonlySet<string> = new Set(['Syscalls', 'Capabilities']);

function fit(service: ServiceResult): readonly string[] {
  const rows = fitDetails(service)
    .filter(({ label }) => !COUNTED.has(label))
    .map(({ label, text }) => `- **${label}:** ${markdownText(text, 2000)}`);
  return rows.length === 0 ? [] : [rows.join('\n')];
}

function excess(report: SyscallReport): readonly string[] {
  const tiers = excessTiers(report);
  if (tiers.length === 0) return [];
  const rows = tiers.map(({ label, rows: calls }) => [label, String(calls.length), calls.map(excessName).join(', ')]);
  const tested = usedByTests(report);
  const tests = tested.length === 0 ? [] : [`Commands of tests use ${tested.map(markdownCode).join(', ')}.`];
  return [table(['Excess', 'Calls', 'Names'], rows), ...tests];
}

function excessName({ name, condition }: SyscallRow): string {
  return condition === null ? markdownCode(name) : `${markdownCode(name)} ${markdownText(condition)}`;
}

function refused(service: ServiceResult): readonly string[] {
  const calls = refusedCalls(service);
  if (calls.length === 0) return [];
  const rows = calls.map(({ name, answer, line, by, remark }) => [
    markdownCode(name),
    markdownText(answer),
    line,
    markdownText(by.join(', '), 2000),
    remark,
  ]);
  const head = ['Call', 'Answer', 'Line', 'Program (step)', 'Remark'];
  return [`**Refused** ${markdownText(refusedBy(service))}`, table(head, rows, CALLS_BUDGET)];
}

const USED = { used: '', runtime: 'the runtime only', tester: 'commands of tests only' } as const;

function used({ rows }: SyscallReport): readonly string[] {
  const cells = rows.flatMap((row) => {
    const { state } = row;
    return state === 'used' || state === 'runtime' || state === 'tester' ? [usedCells(row, USED[state])] : [];
  });
  if (cells.length === 0) return [];
  const head = ['Call', 'Programs', 'Steps', 'Times', 'Condition', 'Remark'];
  return [fold('Every used call', table(head, cells, CALLS_BUDGET))];
}

function usedCells(
  { name, programs, count, firstStep, lastStep, condition }: SyscallRow,
  remark: string,
): readonly string[] {
  const steps = firstStep === lastStep ? (firstStep ?? '') : `${firstStep ?? ''} … ${lastStep ?? ''}`;
  return [
    markdownCode(name),
    markdownText(programs.join(', ')),
    markdownText(steps),
    String(count),
    markdownText(condition ?? ''),
    remark,
  ];
}
