import type { CheckResult, GrantRow, ServiceResult } from '../../core/result.js';
import { block, inline, type BlockOptions } from '../escape/neutralize.js';
import { adviceFor, type Advice } from '../facts/advice.js';
import { detailsOf, exercised, SCOPE, stepTime } from '../facts/details.js';
import { explanations } from '../facts/explanations.js';
import { failureOf } from '../facts/failure.js';
import type { ServiceSubject } from '../facts/subject.js';
import { contentsSection } from './contents-section.js';
import { fitSections } from './fit-sections.js';
import type { Look } from './look.js';
import { minimizeSections } from './minimize-sections.js';
import { table } from './table.js';
import { wrap } from './wrap.js';

/** Every section stands two columns in; what others wrote stands behind a bar. */
const INDENT = '  ';
const BAR = '  | ';

const DIFFERENCE: BlockOptions = { prefix: BAR, maxLines: 20, maxBytes: 8000, keep: 'first' };
const LOG: BlockOptions = { prefix: BAR, maxLines: 12, maxBytes: 4000, keep: 'last' };

type Section = readonly string[];

/** What is told about one service after its headline; a section is empty where there is nothing to tell. */
export function serviceSections(subject: ServiceSubject, result: CheckResult, look: Look): readonly Section[] {
  const { service } = subject;
  const inner = { palette: look.palette, width: look.width - INDENT.length };
  const sections = [
    failed(service, result, inner),
    whatToDo(adviceFor(subject, result), inner),
    logTail(service, inner),
    ...minimizeSections(service, inner),
    ...fitSections(service, inner),
    grants(service.grants, inner),
    contentsSection(service, inner),
    steps(service, inner),
    details(service, result, inner),
  ];
  return sections.map((lines) => lines.map((line) => `${INDENT}${line}`));
}

function failed(service: ServiceResult, { findings }: CheckResult, { palette, width }: Look): Section {
  const failure = failureOf(service);
  if (failure === null) return [];
  const paint = cellPainter(0, (cell) => palette.bold(palette.red(cell)));
  return [
    ...table([{ cells: ['Failed'], last: inline(failure.step), paint }], width),
    ...block(failure.difference, DIFFERENCE),
    ...failure.end.flatMap((line) => wrap(inline(line), width)),
    ...likely(explanations(service, findings), { palette, width }),
  ];
}

function likely(causes: readonly string[], { palette, width }: Look): Section {
  if (causes.length === 0) return [];
  const title = causes.length === 1 ? 'Likely cause' : 'Likely causes';
  return [palette.bold(title), ...bullets(causes, width)];
}

function whatToDo({ items, hidden }: Advice, { palette, width }: Look): Section {
  if (items.length === 0) return [];
  const more = hidden === 0 ? [] : [`and ${hidden} more, see the findings`];
  return [palette.bold('What to do'), ...bullets([...items, ...more], width)];
}

function bullets(items: readonly string[], width: number): Section {
  return items
    .map((item) => wrap(inline(item, 1000), width - 2))
    .flatMap((item) => item.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`)));
}

function logTail(service: ServiceResult, { palette }: Look): Section {
  const log = failureOf(service)?.log ?? '';
  return log.trim() === '' ? [] : [palette.bold("End of the container's log"), ...block(log, LOG)];
}

function grants(rows: readonly GrantRow[], { palette, width }: Look): Section {
  if (rows.length === 0) return [];
  const colours = { needed: palette.green, unused: palette.yellow, excepted: palette.cyan, untried: palette.dim };
  const head = { cells: ['Capability', 'State'], last: 'Evidence', paint: palette.bold };
  const body = rows.map(({ name, state, evidence }) => ({
    cells: [inline(name), state],
    last: inline(evidence),
    paint: cellPainter(1, colours[state]),
  }));
  return table([head, ...body], width);
}

const MARKS = { passed: '✔', failed: '✖', skipped: '-' } as const;

function steps({ declared, minimize }: ServiceResult, { palette, width }: Look): Section {
  if (declared === null && minimize !== null) return [];
  if (declared === null) return [`${palette.bold('Exercised')}  no, the service was not run`];
  const colours = { passed: palette.green, failed: palette.red, skipped: palette.dim };
  const rows = declared.steps.map((step) => ({
    cells: [`  ${MARKS[step.state]} ${inline(step.name, 60)}`],
    last: step.state === 'skipped' ? 'skipped' : stepTime(step),
    paint: cellPainter(0, (cell) => cell.replace(MARKS[step.state], colours[step.state])),
  }));
  return [`${palette.bold('Exercised')}  ${inline(exercised(declared))}`, ...table(rows, width)];
}

function details(service: ServiceResult, { environment }: CheckResult, { palette, width }: Look): Section {
  const rows = detailsOf(service, environment).map(({ label, text }) => ({
    cells: [label],
    last: inline(text),
    paint: cellPainter(0, palette.bold),
  }));
  const scope = service.declared === null ? [] : wrap(SCOPE, width);
  return [...table(rows, width), ...scope.map(palette.dim)];
}

function cellPainter(painted: number, colour: (cell: string) => string): (cell: string, index: number) => string {
  return (cell, index) => (index === painted ? colour(cell) : cell);
}
