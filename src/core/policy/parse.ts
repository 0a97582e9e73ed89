import { compareFindings, type Finding, type Location } from '../finding.js';
import { ruleOf } from '../rules.js';
import { noteContradictions } from './consistency.js';
import { cursorAt } from './cursor.js';
import { createLocator, type Locator } from './locate.js';
import { mistake, type Mistake } from './mistake.js';
import { normalizePolicy } from './normalize.js';
import { plainOf, type Path } from './plain.js';
import type { Policy } from './policy.js';
import { schemaErrors } from './schema.js';
import { schemaMistakes, type PlacedMistake } from './schema-mistakes.js';
import { soundPart } from './sound.js';
import { readSource } from './source.js';

/** How many findings are listed; a last one says how many more there are. */
const MAX_LISTED = 20;

export interface ParsedPolicy {
  /** `null` when a mistake leaves it unclear what is meant. A policy without tests is clear. */
  readonly policy: Policy | null;
  /** Sorted by place; at most 20, and one more that counts the rest. */
  readonly findings: readonly Finding[];
  /** How many there are, listed or not. */
  readonly count: number;
}

/**
 * Reads a policy from YAML. Whatever is wrong with it is a finding at the line and column; nothing is thrown.
 * `file` is the name that findings and the policy carry.
 */
export function parsePolicy(file: string, text: string): ParsedPolicy {
  const { policy, findings } = readPolicy(file, text.replace(/^\uFEFF/, ''));
  const sorted = findings.toSorted(compareFindings);
  const unclear = findings.some(({ rule, severity }) => severity === 'error' && rule !== 'no-tests');
  return { policy: unclear ? null : policy, findings: listed(sorted), count: sorted.length };
}

interface Read {
  readonly policy: Policy | null;
  readonly findings: readonly Finding[];
}

function readPolicy(file: string, text: string): Read {
  const { document, lines, mistakes } = readSource(text);
  const { value, positions, mistakes: keyMistakes } = plainOf(document?.contents ?? null);
  const locator = createLocator(file, lines, positions);
  const unreadable = [...mistakes, ...keyMistakes, ...(document !== null && value === null ? [EMPTY] : [])];
  if (unreadable.length > 0) {
    return {
      policy: null,
      findings: unreadable.map((found) => findingOf(found.mistake, locator.locateOffset(found.offset))),
    };
  }
  const { policy, placed } = judge(file, value, locator);
  return { policy, findings: placed.map((found) => placedFinding(found, locator)) };
}

const EMPTY = {
  offset: 0,
  mistake: mistake('the policy is empty', 'Write version: 1, and the services to judge under services.'),
};

interface Judged {
  readonly policy: Policy | null;
  readonly placed: readonly PlacedMistake[];
}

/** Shape first; then, of all that has the right shape, the meaning. */
function judge(file: string, value: unknown, locator: Locator): Judged {
  const errors = schemaErrors(value);
  const misshapen = schemaMistakes(errors);
  const written = soundPart(value, errors);
  if (written === null) return { policy: null, placed: misshapen };
  const noted: PlacedMistake[] = [];
  const cursor = cursorAt([], locator, noted);
  const policy = normalizePolicy(written, cursor, { file, locator });
  noteContradictions(policy, cursor);
  return { policy, placed: [...misshapen, ...noted.filter((found) => !isConsequence(found, misshapen))] };
}

/** A service whose tests are misspelt or misshapen seems to have none. */
function isConsequence({ path, mistake: { rule } }: PlacedMistake, misshapen: readonly PlacedMistake[]): boolean {
  return rule === 'no-tests' && misshapen.some((other) => path.every((key, index) => other.path[index] === key));
}

function placedFinding({ path, part, mistake: found }: PlacedMistake, locator: Locator): Finding {
  return { ...findingOf(found, locator.locate(path, part)), service: serviceOf(path) };
}

function serviceOf([root, name]: Path): string | null {
  return root === 'services' && name !== undefined ? String(name) : null;
}

function findingOf({ rule, message, advice, grants }: Mistake, location: Location | null): Finding {
  return { rule, severity: ruleOf(rule).severity, service: null, message, advice, location, grants };
}

/** The last finding stands where the first that is left out does, so that it stays last in any order by place. */
function listed(findings: readonly Finding[]): readonly Finding[] {
  const next = findings[MAX_LISTED];
  if (next === undefined) return findings;
  const rest = mistake(`and ${findings.length - MAX_LISTED} more`, 'Correct these first.');
  return [...findings.slice(0, MAX_LISTED), findingOf(rest, next.location)];
}
