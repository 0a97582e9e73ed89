import type { RefusedRow } from '../../core/fit/syscall-report.js';
import type { ServiceResult } from '../../core/result.js';
import type { StepOutcome } from '../../core/smoke/outcome.js';
import { stepTime } from '../facts/details.js';
import { element, NOTHING, type Html } from './element.js';
import { titledSection } from './titled-section.js';

const WIDTH = 300;
/** Refusals named at one step. */
const NAMED = 8;

/** The steps of the declared run along its time, with what was refused in each; nothing when it was not run. */
export function timeLine({ declared, syscalls }: ServiceResult, id: string): Html {
  if (declared === null) return NOTHING;
  const total = Math.max(1, ...ends(declared.steps));
  return titledSection(
    { id: `${id}-line`, title: 'The exercise', level: 'h3' },
    element(
      'ol',
      { class: 'line' },
      ...declared.steps.map((step, index) => {
        const end = ends(declared.steps)[index] ?? 0;
        const span = { from: (end - step.duration) / total, to: end / total };
        return stepItem(
          step,
          span,
          (syscalls?.refused ?? []).filter(({ firstStep }) => firstStep === step.name),
        );
      }),
    ),
  );
}

function ends(steps: readonly StepOutcome[]): readonly number[] {
  let end = 0;
  return steps.map(({ duration }) => (end += duration));
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function stepItem(step: StepOutcome, { from, to }: Span, refused: readonly RefusedRow[]): Html {
  const bar = {
    x: Math.round(from * WIDTH),
    y: 0,
    width: Math.max(3, Math.round((to - from) * WIDTH)),
    height: 10,
    rx: 3,
  };
  return element(
    'li',
    { class: step.state },
    element('span', { class: 'name' }, `${MARKS[step.state]} ${step.name}`),
    element('span', { class: 'time' }, stepTime(step)),
    element(
      'svg',
      { viewBox: `0 0 ${WIDTH + 4} 10`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      element('rect', bar),
    ),
    ...(refused.length === 0 ? [] : [refusals(refused)]),
  );
}

const MARKS = { passed: '✓', failed: '✕', skipped: '–' } as const;

function refusals(rows: readonly RefusedRow[]): Html {
  const texts = [...new Set(rows.map(({ name, answer, program }) => `${name ?? 'a call'} ${answer} (${program})`))];
  const more = texts.length > NAMED ? [` and ${texts.length - NAMED} more`] : [];
  return element(
    'span',
    { class: 'refusals' },
    'refused: ',
    ...texts.slice(0, NAMED).flatMap((text, index) => [index === 0 ? '' : ' ', element('code', {}, text)]),
    ...more,
  );
}
