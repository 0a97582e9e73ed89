import type { ServiceResult } from '../../core/result.js';
import { referenceScores } from '../facts/reference-scores.js';
import { all, element, NOTHING, type Html } from './element.js';

const WIDTH = 640;
const HEIGHT = 74;
const MARGIN = 14;
const AXIS = 36;

/** Where the service stands between an exact fit and no confinement, with its limit; nothing when that is not known. */
export function loosenessScale(service: ServiceResult, arch: string | null): Html {
  const { looseness, fit } = service;
  const references = referenceScores(service, arch);
  if (looseness === null || fit === null || references.length === 0) return NOTHING;
  const end = Math.max(110, looseness, ...references.map(({ score }) => score));
  const x = (score: number): number => Math.round(MARGIN + Math.sqrt(score / end) * (WIDTH - 2 * MARGIN));
  const words = `Looseness ${looseness}, limit ${fit.limit}. ${references.map(({ label, score }) => `${label} ${score}`).join(', ')}.`;
  return element(
    'figure',
    { class: 'scale' },
    element(
      'svg',
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': words },
      element('rect', { class: 'axis', x: MARGIN, y: AXIS, width: WIDTH - 2 * MARGIN, height: 8, rx: 4 }),
      element('rect', { class: 'within', x: MARGIN, y: AXIS, width: x(fit.limit) - MARGIN, height: 8, rx: 4 }),
      ...references.map(({ label, score }) => mark(x(score), `${label} ${score}`)),
      element('line', { class: 'limit', x1: x(fit.limit), x2: x(fit.limit), y1: AXIS - 6, y2: AXIS + 14 }),
      element('circle', { class: 'here', cx: x(looseness), cy: AXIS + 4, r: 8 }),
      element(
        'text',
        { class: 'hereText', x: x(looseness), y: AXIS - 14, 'text-anchor': anchor(x(looseness)) },
        `${looseness}`,
      ),
    ),
    element('figcaption', {}, caption(service)),
  );
}

function mark(at: number, label: string): Html {
  return all([
    element('line', { class: 'tick', x1: at, x2: at, y1: AXIS - 3, y2: AXIS + 11 }),
    element('text', { class: 'tickText', x: at, y: AXIS + 28, 'text-anchor': anchor(at) }, label),
  ]);
}

function anchor(at: number): string {
  if (at < 60) return 'start';
  return at > WIDTH - 60 ? 'end' : 'middle';
}

function caption({ looseness, fit }: ServiceResult): string {
  const parts = [['syscalls', fit?.syscalls ?? null] as const, ['capabilities', fit?.capabilities ?? null] as const]
    .flatMap(([label, part]) => (part === null ? [] : [`${label} ${part.score}`]))
    .join(', ');
  return `Looseness ${looseness ?? '-'} (${parts}); the coloured part is within the limit of ${fit?.limit ?? '-'}. To the right the scale is drawn closer.`;
}
