import type { Comparison } from '../core/diff/comparison.js';
import { isLooser } from '../core/diff/difference.js';
import { printableJson } from './json.js';

/** A comparison as JSON, safe to print. `looser` is what the exit code says. */
export function diffJson(comparison: Comparison): string {
  return printableJson({ version: 1, looser: isLooser(comparison.differences), ...comparison });
}
