import type { CheckResult } from '../../core/result.js';
import { ranked } from '../facts/ranked.js';
import { count } from '../facts/wording.js';
import { place, statement } from '../finding-line.js';
import { element, NOTHING, type Html } from './element.js';
import { titledSection } from './titled-section.js';
import { table } from './table.js';

/** More than these would make the page slow; the other formats have all. */
const MOST = 500;

/** Every finding with its place, the gravest first. */
export function findingsTable({ findings, findingCount }: CheckResult): Html {
  if (findings.length === 0) return NOTHING;
  const listed = ranked(findings).slice(0, MOST);
  const rows = listed.map((finding) => [
    element('span', { class: `chip ${finding.severity}` }, `${MARKS[finding.severity]} ${finding.severity}`),
    statement(finding),
    element('code', {}, place(finding)),
    element('code', {}, finding.rule),
  ]);
  const hidden = findingCount - listed.length;
  return titledSection(
    { id: 'findings', title: count(findingCount, 'finding'), level: 'h2' },
    table('Findings', ['Severity', 'What', 'Where', 'Rule'], rows),
    hidden > 0 ? element('p', {}, `and ${count(hidden, 'more finding')} in the other formats`) : NOTHING,
  );
}

const MARKS = { error: '✕', warning: '▲', note: 'i' } as const;
