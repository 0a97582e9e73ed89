import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CapabilitySource } from '../../core/trace/record.js';
import type { EventName } from '../../core/trace/layout.js';

/** How the groups of Tightfit's kprobe events begin. */
export const PROBE_GROUP = 'tightfit_';

/** Where an event is found below `events/`, for what. */
export interface EventPlace {
  readonly name: EventName;
  readonly folder: string;
}

/** How capability checks are seen on this machine, and what has to be taken away afterwards. */
export interface CapabilityEvents {
  readonly source: CapabilitySource;
  readonly places: readonly EventPlace[];
  remove(): void;
}

/** Where none are seen. */
export const NO_CAPABILITY_EVENTS: CapabilityEvents = { source: 'none', places: [], remove: () => undefined };

/**
 * The tracepoint of Linux 6.14 and newer; before, a kprobe on the same function; else nothing.
 * @param owner sets the probes' names apart from those of other recorders
 * Source: https://docs.kernel.org/trace/kprobetrace.html
 */
export function capabilityEvents(tracefs: string, owner: string): CapabilityEvents {
  const tracepoint = 'capability/cap_capable';
  if (existsSync(join(tracefs, 'events', tracepoint))) {
    return { ...NO_CAPABILITY_EVENTS, source: 'tracepoint', places: [{ name: tracepoint, folder: tracepoint }] };
  }
  const group = `${PROBE_GROUP}${owner.replace(/\W/g, '_')}`;
  const file = join(tracefs, 'kprobe_events');
  if (!existsSync(file) || !wrote(file, probes(group))) return NO_CAPABILITY_EVENTS;
  return {
    source: 'kprobe',
    places: [
      { name: 'kprobe/cap_enter', folder: `${group}/cap_enter` },
      { name: 'kprobe/cap_exit', folder: `${group}/cap_exit` },
    ],
    remove: () => {
      for (const name of ['cap_exit', 'cap_enter']) wrote(file, `-:${group}/${name}\n`);
    },
  };
}

/** `cap_capable(cred, target_ns, cap, opts)` and its return. */
function probes(group: string): string {
  return (
    `p:${group}/cap_enter cap_capable target_ns=$arg2:x64 cap=$arg3:s32\n` +
    `r:${group}/cap_exit cap_capable ret=$retval:s32\n`
  );
}

/** Whether the kernel took it. */
function wrote(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'a' });
    return true;
  } catch {
    return false;
  }
}
