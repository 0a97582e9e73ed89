import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROBE_GROUP } from './capability-events.js';
import { INSTANCE_PREFIX, removed } from './instance.js';

/**
 * Removes the trace instances and probes that recorders left which were killed. The kernel itself tells whose owner lives: it
 * refuses to remove what is in use, so no process id is compared and none can be mistaken for another's.
 */
export async function sweepInstances(tracefs: string): Promise<void> {
  const folder = join(tracefs, 'instances');
  for (const name of readdirSync(folder)) if (name.startsWith(INSTANCE_PREFIX)) await removed(join(folder, name));
  sweepProbes(join(tracefs, 'kprobe_events'));
}

function sweepProbes(file: string): void {
  for (const line of linesOf(file)) {
    const name = /^[pr]\d*:(\S+)/.exec(line)?.[1];
    if (name?.startsWith(PROBE_GROUP) !== true) continue;
    try {
      writeFileSync(file, `-:${name}\n`, { flag: 'a' });
    } catch {
      // In use: its owner lives.
    }
  }
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
