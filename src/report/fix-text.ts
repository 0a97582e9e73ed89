import { unifiedDiff } from '../core/edit/unified-diff.js';
import type { FileFix, FixPlan } from '../core/fit/fixable.js';
import { breakCommands, inline, replaceUnseen } from './escape/neutralize.js';
import { count } from './facts/wording.js';
import type { Look } from './terminal/look.js';
import { wrap } from './terminal/wrap.js';

/** What a fix did, file by file, what it left and why, and what to do next. */
export function fixText({ files, notes }: FixPlan, policyFile: string, look: Look): string {
  const lines = [
    ...(files.length === 0 ? ['Nothing to remove.'] : files.flatMap((file) => fileLines(file, look))),
    ...notes.flatMap((note) => bullet(note, look)),
    ...(files.length === 0 ? [] : [`Next: tightfit check ${inline(policyFile)}`]),
  ];
  return lines.map((line) => `${breakCommands(line)}\n`).join('');
}

function fileLines({ file, removed }: FileFix, { palette, width }: Look): readonly string[] {
  const lines = removed.flatMap(({ service, names }) =>
    wrap(inline(`${service}: ${count(names.length, 'grant')} removed: ${names.join(', ')}`, MOST), width - 2),
  );
  return [palette.bold(inline(file)), ...lines.map((line) => `  ${line}`)];
}

/** Room for the names of one file, in UTF-16 units. */
const MOST = 8000;

function bullet(note: string, { width }: Look): readonly string[] {
  return wrap(inline(`${note}.`, 1000), width - 2).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

/** A fix as one patch for `git apply`, and whether nothing in it had to be replaced to make it safe to print. */
export function fixPatch({ files }: FixPlan): { readonly text: string; readonly exact: boolean } {
  const patch = files.map(({ file, before, after }) => unifiedDiff({ file, before, after })).join('');
  const text = patch.split('\n').map(printable).join('\n');
  return { text, exact: text === patch };
}

/** Tabs and the carriage return before a line feed do no harm, and a patch needs them. */
function printable(line: string): string {
  const end = line.endsWith('\r') ? '\r' : '';
  const body = line.slice(0, line.length - end.length);
  return `${breakCommands(replaceUnseen(body, (unseen) => (unseen === '\t' ? unseen : '\ufffd')))}${end}`;
}
