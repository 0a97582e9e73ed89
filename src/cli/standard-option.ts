import { Option } from 'commander';
import { parseStandards } from '../core/standards/parse-standards.js';
import { STANDARD_IDS, type StandardId } from '../core/standards/standard.js';

/** `--standard`, which may stand several times or name several. */
export function standardOption(): Option {
  const described = `hold every service to this standard: ${STANDARD_IDS.join(', ')}`;
  return new Option('--standard <name>', described).argParser(
    (text: string, earlier: readonly StandardId[] | undefined) => [
      ...(earlier ?? []),
      ...parseStandards('--standard', text),
    ],
  );
}
