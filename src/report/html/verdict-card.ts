import type { CheckResult } from '../../core/result.js';
import { adviceFor } from '../facts/advice.js';
import { explanations } from '../facts/explanations.js';
import { failureOf } from '../facts/failure.js';
import { headline } from '../facts/headline.js';
import { verdictText, type Subject } from '../facts/subject.js';
import { element, NOTHING, type Child, type Html } from './element.js';
import { folded } from './folded.js';
import { preformatted } from './preformatted.js';

/** The verdict, why, and what to do: what a reader takes in first. */
export function verdictCard(subject: Subject, result: CheckResult): Html {
  const { items, hidden } = adviceFor(subject, result);
  const more = hidden === 0 ? [] : [`and ${hidden} more, see the findings`];
  return element(
    'div',
    { class: `verdict ${subject.verdict}` },
    element('p', { class: 'word' }, `${MARKS[subject.verdict]} ${verdictText(subject, result)}`),
    element('p', {}, headline(subject, result)),
    failed(subject, result),
    items.length === 0 ? NOTHING : titled('What to do', [...items, ...more]),
  );
}

/** A sign for each verdict, so that it can be told without colour. */
export const MARKS = { tight: '✓', loose: '▲', broken: '✕', unjudged: '?' } as const;

function failed({ service }: Subject, { findings }: CheckResult): Html {
  const failure = service === null ? null : failureOf(service);
  if (service === null || failure === null) return NOTHING;
  const causes = explanations(service, findings);
  return element(
    'div',
    { class: 'failure' },
    element('p', {}, element('strong', {}, 'Failed: '), failure.step),
    preformatted(failure.difference, 'first'),
    ...failure.end.map((line) => element('p', {}, line)),
    causes.length === 0 ? NOTHING : titled('Likely cause', causes),
    failure.log.trim() === '' ? NOTHING : folded("End of the container's log", preformatted(failure.log, 'last')),
  );
}

function titled(title: string, items: readonly Child[]): Html {
  return element(
    'div',
    { class: 'titled' },
    element('h3', {}, title),
    element('ul', {}, ...items.map((item) => element('li', {}, item))),
  );
}
