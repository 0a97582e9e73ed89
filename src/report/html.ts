import type { CheckResult } from '../core/result.js';
import { VERDICTS } from '../core/verdict.js';
import { subjectsOf, verdictText, type Subject } from './facts/subject.js';
import type { TrendPoint } from './facts/trend-point.js';
import { baselineTable } from './html/baseline-table.js';
import { capabilityCards } from './html/capability-cards.js';
import { element, NOTHING, type Html } from './html/element.js';
import { findingsTable } from './html/findings-table.js';
import { imageContents } from './html/image-contents.js';
import { inForceTable } from './html/in-force-table.js';
import { loosenessScale } from './html/looseness-scale.js';
import { minimized } from './html/minimized.js';
import { page } from './html/page.js';
import { ruleSettings, standards } from './html/standards.js';
import { syscallGrid } from './html/syscall-grid.js';
import { timeLine } from './html/time-line.js';
import { trendLine } from './html/trend-line.js';
import { MARKS, verdictCard } from './html/verdict-card.js';

/**
 * The result as one page that needs nothing else: no network, no other file. Readable without scripts, which only filter.
 *
 * @param trend earlier results, the oldest first
 */
export function html(result: CheckResult, trend: readonly TrendPoint[] = []): string {
  const subjects = subjectsOf(result).toSorted(worstFirst);
  const title = `${result.policy.file}: ${result.verdict}`;
  return page(
    title,
    element(
      'header',
      {},
      element('h1', {}, 'Tightfit ', element('small', {}, result.policy.file)),
      subjects.length < 2 ? NOTHING : contents(subjects, result),
    ),
    element(
      'main',
      {},
      ...subjects.map((subject, index) => section(subject, { result, trend, id: `s${index}`, isFull: index < FULL })),
      ...standards(result),
      ruleSettings(result),
      findingsTable(result),
    ),
    footer(result),
  );
}

/** Services shown with all details: a page of more would be too heavy to open. */
const FULL = 40;

function worstFirst(a: Subject, b: Subject): number {
  return VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict);
}

interface Place {
  /** Whether its details are shown. */
  readonly isFull: boolean;
  readonly result: CheckResult;
  readonly trend: readonly TrendPoint[];
  readonly id: string;
}

function contents(subjects: readonly Subject[], result: CheckResult): Html {
  const links = subjects.map((subject, index) =>
    element(
      'li',
      {},
      element('a', { href: `#s${index}` }, subject.name),
      ' ',
      element(
        'span',
        { class: `chip ${subject.verdict}` },
        `${MARKS[subject.verdict]} ${verdictText(subject, result)}`,
      ),
    ),
  );
  return element('nav', { 'aria-label': 'Services' }, element('ul', {}, ...links));
}

function section(subject: Subject, { result, trend, id, isFull }: Place): Html {
  const { name, service } = subject;
  const arch = result.environment?.arch ?? null;
  const parts =
    service === null || !isFull
      ? [service === null ? NOTHING : element('p', {}, 'The other formats have its details.')]
      : [
          loosenessScale(service, arch),
          minimized(service, id),
          syscallGrid(service, { arch, id }),
          service.declared === null ? NOTHING : capabilityCards(service, id),
          timeLine(service, id),
          trendLine(
            trend.filter((point) => point.service === name),
            id,
          ),
          imageContents(service),
          inForceTable(service, result),
        ];
  return element(
    'section',
    { id, class: 'service', 'aria-labelledby': `${id}-name` },
    element('h2', { id: `${id}-name` }, name),
    verdictCard(subject, result),
    service === null || !isFull ? NOTHING : baselineTable(name, result, id),
    ...parts,
  );
}

function footer({ tool, run, environment }: CheckResult): Html {
  const machine =
    environment === null
      ? 'no engine was asked'
      : `${environment.engine}, ${environment.runtime}, Linux ${environment.kernel}`;
  return element('footer', {}, `tightfit ${tool.version}, run ${run.id}, ${run.startedAt}, ${machine}`);
}
