import { EFFECTS } from './minimize-report.js';
import type { TrialEffect, TrialOutcome } from './minimize-state.js';
import { jsonOrNull } from '../json-or-null.js';

/** The outcomes in a search that was written as JSON; `null` when it does not hold a list of them. */
export function readOutcomes(text: string): readonly TrialOutcome[] | null {
  const written = fieldsOf(jsonOrNull(text));
  if (!Array.isArray(written?.outcomes)) return null;
  const outcomes = written.outcomes.map(outcomeOf);
  return outcomes.every((outcome) => outcome !== null) ? outcomes : null;
}

/** The problem in a search that was written as JSON, whatever it is. */
export function readProblem(text: string): unknown {
  return fieldsOf(jsonOrNull(text))?.problem ?? null;
}

function outcomeOf(value: unknown): TrialOutcome | null {
  const written = fieldsOf(value);
  if (written === null) return null;
  const { id, works, privilege, duration } = written;
  const refused = namesOf(written.refused);
  const effect = effectOf(written.effect);
  if (typeof id !== 'string' || typeof works !== 'boolean' || typeof duration !== 'number') return null;
  if ((privilege !== 'same' && privilege !== 'more') || effect === null) return null;
  return refused === undefined ? null : { id, works, privilege, refused, effect, duration };
}

function effectOf(value: unknown): TrialEffect | null {
  const written = fieldsOf(value);
  if (written === null) return null;
  const { step, message, program } = written;
  const refused = namesOf(written.refused);
  const effect = written.effect === null ? null : EFFECTS.find((known) => known === written.effect);
  if (effect === undefined || refused === undefined || refused === null) return null;
  if (typeof step !== 'string' || typeof message !== 'string' || typeof program !== 'string') return null;
  return { effect, step, message, program, refused };
}

/** `undefined` for what is neither a list of texts nor `null`. */
function namesOf(value: unknown): readonly string[] | null | undefined {
  if (value === null) return null;
  return Array.isArray(value) && value.every((name) => typeof name === 'string') ? value : undefined;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null ? { ...value } : null;
}
