import type { ClientProbe, ExecProbe } from '../../core/policy/policy.js';
import { compareExpected } from '../../core/smoke/expectation.js';
import type { ExecOutcome } from '../../ports.js';
import type { Differences } from './context.js';

/** Compares how a program ended and what it wrote with what the policy expects. */
export function compareProgram(probe: ExecProbe | ClientProbe, { exitCode, output }: ExecOutcome): Differences {
  const code =
    exitCode === probe.exitCode ? [] : [`exit code ${exitCode}, expected ${probe.exitCode}${lastWords(output.both)}`];
  const stdout = compareExpected(probe.stdout, output.stdout).map((difference) => `stdout: ${difference}`);
  const stderr = compareExpected(probe.stderr, output.stderr).map((difference) => `stderr: ${difference}`);
  return [...code, ...stdout, ...stderr];
}

/** The last line a program wrote usually says why it gave up. */
function lastWords(text: string): string {
  const line = text.trimEnd().split('\n').at(-1)?.trim() ?? '';
  return line === '' ? '' : `; it said: ${line}`;
}
