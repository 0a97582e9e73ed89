import { UsageError } from '../errors.js';
import { suggest } from '../suggest.js';
import { parseStandard, STANDARD_IDS, type StandardId } from './standard.js';

/** The standards that a list of names, separated by commas or new lines, chooses. Throws UsageError for a name of none. */
export function parseStandards(option: string, text: string): readonly StandardId[] {
  const names = text.split(/[,\n]/).map((name) => name.trim());
  return names.filter((name) => name !== '').map((name) => parseStandard(name) ?? refuse(option, name));
}

function refuse(option: string, name: string): never {
  const near = suggest(name, STANDARD_IDS);
  const hint = near === null ? `Expected ${STANDARD_IDS.join(', ')}.` : `Did you mean ${near}?`;
  throw new UsageError(`${option}: unknown standard ${JSON.stringify(name)}. ${hint}`);
}
