import SCHEMA from '../../result.schema.json' with { type: 'json' };
import type { CheckResult } from './result.js';
import { RULES } from './rules.js';
import { withDefaults } from './schema-defaults.js';
import { schemaMistake, type SchemaMistake } from './schema-mistake.js';

/** A result read from a file, or why it is none. */
export type ReadResult =
  | { readonly result: CheckResult }
  /** A clause that may quote foreign text: `/verdict is "fine", expected one of …`. */
  | { readonly mistake: string };

/**
 * Reads a result that this version or an earlier one wrote, by the published schema. What the earlier one did not write has the
 * default of the schema. Never throws.
 */
export function readResult(text: string): ReadResult {
  const value = parsed(text);
  if (value === undefined) return { mistake: 'it is not JSON' };
  const mistake = schemaMistake(SCHEMA, value);
  if (mistake !== null) return { mistake: clause(mistake) };
  const result = withDefaults(SCHEMA, value);
  return isResult(result) ? { result } : { mistake: 'it names a rule that this version does not know' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function clause({ pointer, fact }: SchemaMistake): string {
  return `${pointer === '' ? 'it' : pointer} ${fact}`;
}

/** What the schema leaves open, so that it stays the same when rules are added. */
function isResult(value: unknown): value is CheckResult {
  const { findings } = value as Pick<CheckResult, 'findings'>;
  return findings.every(({ rule }) => Object.hasOwn(RULES, rule));
}
