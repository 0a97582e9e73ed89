import type { TrendPoint } from '../facts/trend-point.js';
import { element, NOTHING, type Html } from './element.js';
import { titledSection } from './titled-section.js';
import { table } from './table.js';
import { folded } from './folded.js';

const WIDTH = 640;
const HEIGHT = 90;
const MARGIN = 10;

/** How looseness went over earlier results; nothing below two points. */
export function trendLine(points: readonly TrendPoint[], id: string): Html {
  const known = points.filter(({ looseness }) => looseness !== null);
  if (known.length < 2) return NOTHING;
  const top = Math.max(20, ...known.map(({ looseness }) => looseness ?? 0));
  const x = (index: number): number => Math.round(MARGIN + (index / (known.length - 1)) * (WIDTH - 2 * MARGIN));
  const y = (value: number): number => Math.round(HEIGHT - MARGIN - (value / top) * (HEIGHT - 2 * MARGIN));
  const spots = known.map(({ looseness }, index) => ({ x: x(index), y: y(looseness ?? 0) }));
  return titledSection(
    { id: `${id}-trend`, title: 'Over time', level: 'h3' },
    element(
      'svg',
      {
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        role: 'img',
        class: 'trend',
        'aria-label': `Looseness over ${known.length} runs`,
      },
      element('polyline', { points: spots.map((spot) => `${spot.x},${spot.y}`).join(' ') }),
      ...spots.map((spot) => element('circle', { cx: spot.x, cy: spot.y, r: 3 })),
    ),
    folded('Each run', table('Earlier runs', ['When', 'Verdict', 'Looseness', 'On'], points.map(pointRow))),
  );
}

function pointRow(
  { at, verdict, looseness, key }: TrendPoint,
  index: number,
  points: readonly TrendPoint[],
): readonly string[] {
  const earlier = points[index - 1];
  const place = earlier === undefined ? '' : earlier.key === key ? 'the same' : 'another engine, kernel or image';
  return [at, verdict, looseness === null ? 'not measured' : String(looseness), place];
}
