import { debug, endGroup, startGroup } from '@actions/core';
import type { Log } from '../ports.js';
import { block, inline } from '../report/escape/neutralize.js';
import { duration } from '../report/facts/wording.js';

/** How much of one piece of foreign text is shown. */
const FOREIGN = { maxLines: 1000, maxBytes: 256 * 1024, keep: 'last' } as const;

/** A log in the runner's format: phases as groups. Foreign text is neutralised and stands between stop-commands marks. */
export interface ActionLog extends Log {
  /** Closes the last group. */
  readonly close: () => void;
  /** Shows a finished report, unfolded. */
  readonly report: (text: string) => void;
}

/**
 * @param token unpredictable: whoever knows it can switch the runner's commands on again
 * @param now milliseconds, monotonic
 */
export function actionLog(token: string, now: () => number = () => performance.now()): ActionLog {
  let began: number | null = null;
  const close = (): void => {
    if (began === null) return;
    writeLine(`took ${duration(now() - began)}`);
    endGroup();
    began = null;
  };
  return {
    close,
    phase: (title) => {
      close();
      startGroup(inline(title));
      began = now();
    },
    info: writeLine,
    detail: (message) => {
      debug(inline(message));
    },
    progress: writeLine,
    foreign: (source, text) => {
      fenced(token, block(text, { ...FOREIGN, prefix: `${inline(source)} | ` }));
    },
    // The group above has all of it.
    failed: () => undefined,
    report: (text) => {
      close();
      fenced(token, text.split('\n'));
    },
  };
}

function writeLine(message: string): void {
  process.stdout.write(`${inline(message)}\n`);
}

/** Source: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#stopping-and-starting-workflow-commands */
function fenced(token: string, lines: readonly string[]): void {
  process.stdout.write(`::stop-commands::${token}\n${lines.join('\n')}\n::${token}::\n`);
}
