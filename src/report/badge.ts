import type { CheckResult } from '../core/result.js';
import { badgeText, type BadgeText } from './badge/badge-text.js';
import { textWidth } from './badge/text-width.js';
import { printableJson } from './json.js';

/** Pixels left and right of a text, and the height of a badge. */
const PADDING = 5;
const HEIGHT = 20;

/** Dark enough for white letters: a contrast of at least 4.5. */
const FILLS = {
  brightgreen: '#1a7f37',
  orange: '#b35900',
  red: '#c9252d',
  lightgrey: '#616161',
} as const satisfies Record<BadgeText['color'], string>;

/** The verdict as a badge: an SVG that is as wide as its text, with a title and no script, font or address of others. */
export function badge(result: CheckResult): string {
  const { label, message, color } = badgeText(result);
  const [left, right] = [label, message].map((text) => Math.round(textWidth(text)) + 2 * PADDING);
  return svg({ label, message, fill: FILLS[color], left: left ?? 0, right: right ?? 0 });
}

/**
 * What a Shields endpoint badge is made of.
 * Source: https://shields.io/badges/endpoint-badge
 */
export function badgeJson(result: CheckResult): string {
  return printableJson({ schemaVersion: 1, ...badgeText(result) });
}

interface Drawing {
  readonly label: string;
  readonly message: string;
  readonly fill: string;
  /** Pixels. */
  readonly left: number;
  readonly right: number;
}

function svg({ label, message, fill, left, right }: Drawing): string {
  const width = left + right;
  const title = `${label}: ${message}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" role="img" aria-label="${title}">`,
    `  <title>${title}</title>`,
    `  <clipPath id="r"><rect width="${width}" height="${HEIGHT}" rx="3"/></clipPath>`,
    '  <g clip-path="url(#r)">',
    `    <rect width="${left}" height="${HEIGHT}" fill="#444"/>`,
    `    <rect x="${left}" width="${right}" height="${HEIGHT}" fill="${fill}"/>`,
    '  </g>',
    '  <g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">',
    textElement(label, left / 2, left),
    textElement(message, left + right / 2, right),
    '  </g>',
    '</svg>',
    '',
  ].join('\n');
}

function textElement(text: string, middle: number, room: number): string {
  return `    <text x="${middle}" y="14" textLength="${room - 2 * PADDING}">${text}</text>`;
}
