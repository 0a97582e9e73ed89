import type { Verdict } from '../../core/verdict.js';
import { breakCommands, inline } from '../escape/neutralize.js';
import { shellWord } from '../../core/shell-word.js';
import type { Look } from './look.js';
import { wrap } from './wrap.js';

/** A first policy that was written. */
export interface Initialized {
  readonly service: string;
  /** Paths, the policy's first. */
  readonly written: readonly string[];
  /** `null`: it was not checked. */
  readonly verdict: Verdict | null;
  readonly looseness: number | null;
  /** What the reader has to know before using it; empty when there is nothing. Foreign text. */
  readonly note: string;
}

/** What `tightfit init` wrote, what is known of it and what to type next. */
export function initialized({ service, written, verdict, looseness, note }: Initialized, look: Look): string {
  const { palette, width } = look;
  const [policy = 'tightfit.yml'] = written;
  const lines = [
    palette.bold(`Wrote ${written.map((path) => inline(path)).join(' and ')}`),
    ...(verdict === null
      ? []
      : [`  ${inline(service)}: ${verdict}${looseness === null ? '' : ` (looseness ${looseness})`}`]),
    ...(note === '' ? [] : wrap(inline(note), width - 2).map((line) => `  ${palette.yellow(line)}`)),
    '',
    'Next',
    `  1. Edit the tests in ${inline(policy)}: what they do not exercise counts as not used.`,
    `  2. tightfit check ${inline(shellWord(policy))}`,
    `  3. tightfit minimize ${inline(shellWord(policy))}`,
  ];
  return lines.map((line) => `${breakCommands(line)}\n`).join('');
}

/** Files as `--dry-run` prints them. What stands in them was quoted when they were made; runner commands are broken up. */
export function drafted(files: readonly { readonly name: string; readonly text: string }[]): string {
  const parts = files.map(({ name, text }) => (files.length === 1 ? text : `# --- ${name}\n${text}`));
  return parts.join('\n').split('\n').map(breakCommands).join('\n');
}
