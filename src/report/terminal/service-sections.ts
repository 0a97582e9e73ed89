import type { CheckResult, GrantRow, ServiceResult } from '../../core/result.js';
import { block, inline, type BlockOptions } from '../escape/neutralize.js';
import { detailsOf, exercised, SCOPE, stepTime } from '../facts/details.js';
import { failureOf } from '../facts/failure.js';
import { adviceFor } from '../facts/reasons.js';
import type { ServiceSubject } from '../facts/subject.js';
import type { Look, Palette } from './look.js';
import { table } from './table.js';
import { wrap } from './wrap.js';

/** Every section stands two columns in; what others wrote stands behind a bar. */
const INDENT = '  ';
const BAR = `${INDENT}  | `;

const DIFFERENCE: BlockOptions = { prefix: BAR, maxLines: 20, maxBytes: 8000, keep: 'first' };
const LOG: BlockOptions = { prefix: BAR, maxLines: 12, maxBytes: 4000, keep: 'last' };

/** What is told about one service after its headline, a section each; empty sections where there is nothing to tell. */
export function serviceSections(
  subject: ServiceSubject,
  result: CheckResult,
  look: Look,
): readonly (readonly string[])[] {
  const { service } = subject;
  const inner = { palette: look.palette, width: look.width - INDENT.length };
  return [
    failed(service, look.palette),
    whatToDo(adviceFor(subject, result), look),
    logTail(service, look.palette),
    indented(grants(service.grants, inner)),
    indented(steps(service, inner)),
    indented(details(service, result, inner)),
  ];
}

function failed(service: ServiceResult, { bold, red }: Palette): readonly string[] {
  const failure = failureOf(service);
  if (failure === null) return [];
  return [
    `${INDENT}${bold(red('Failed:'))} ${inline(failure.step)}`,
    ...block(failure.difference, DIFFERENCE),
    ...failure.end.map((line) => `${INDENT}  ${inline(line)}`),
  ];
}

function whatToDo(advice: readonly string[], { palette, width }: Look): readonly string[] {
  if (advice.length === 0) return [];
  return [
    `${INDENT}${palette.bold('What to do')}`,
    ...advice.flatMap((line) =>
      wrap(inline(line), width - 6).map((part, index) => `${INDENT}${index === 0 ? '- ' : '  '}${part}`),
    ),
  ];
}

function logTail(service: ServiceResult, { bold }: Palette): readonly string[] {
  const log = failureOf(service)?.log ?? '';
  return log.trim() === '' ? [] : [`${INDENT}${bold("End of the container's log")}`, ...block(log, LOG)];
}

function grants(rows: readonly GrantRow[], { palette, width }: Look): readonly string[] {
  if (rows.length === 0) return [];
  const colours = { needed: palette.green, unused: palette.yellow, excepted: palette.cyan, untried: palette.dim };
  const head = { cells: ['Capability', 'State'], last: 'Evidence', paint: palette.bold };
  const body = rows.map(({ name, state, evidence }) => ({
    cells: [name, state],
    last: inline(evidence),
    paint: (cell: string, index: number) => (index === 1 ? colours[state](cell) : cell),
  }));
  return table([head, ...body], width);
}

const MARKS = { passed: '✔', failed: '✖', skipped: '-' } as const;

function steps({ declared }: ServiceResult, { palette, width }: Look): readonly string[] {
  if (declared === null) return [`${palette.bold('Exercised:')} no, the service was not run`];
  const colours = { passed: palette.green, failed: palette.red, skipped: palette.dim };
  const rows = declared.steps.map((step) => ({
    cells: [`  ${MARKS[step.state]} ${inline(step.name, 60)}`],
    last: step.state === 'skipped' ? 'skipped' : stepTime(step),
    paint: (cell: string, index: number) => (index === 0 ? cell.replace(MARKS[step.state], colours[step.state]) : cell),
  }));
  return [`${palette.bold('Exercised:')} ${inline(exercised(declared))}`, ...table(rows, width)];
}

function details(service: ServiceResult, { environment }: CheckResult, { palette, width }: Look): readonly string[] {
  const rows = detailsOf(service, environment).map(({ label, text }) => ({
    cells: [label],
    last: inline(text),
    paint: (cell: string, index: number) => (index === 0 ? palette.bold(cell) : cell),
  }));
  const scope = service.declared === null ? [] : wrap(SCOPE, width);
  return [...table(rows, width), ...scope.map(palette.dim)];
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `${INDENT}${line}`);
}
