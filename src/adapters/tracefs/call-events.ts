import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callEventName, callNames, type NativeAbi } from '../../core/trace/calls.js';
import { parseEventFormat } from '../../core/trace/format.js';
import { eventLayout, type EventLayout } from '../../core/trace/layout.js';
import type { TraceInstance } from './instance.js';

const RAW = ['raw_syscalls/sys_enter', 'raw_syscalls/sys_exit'] as const;
const SIDES = ['sys_enter', 'sys_exit'] as const;

/**
 * How the kernel tells of calls. Usually by one event for all of them, which shows even numbers that are no calls. While a
 * service makes some calls over and over again, by one event for each call by its name, because those can be turned off one by
 * one and then cost nothing, where a filter costs half of what recording does. At every change both are on for a moment, so
 * that nothing is missed; the attribution knows twins.
 * Source: https://docs.kernel.org/trace/events.html
 */
export class CallEvents {
  readonly #instance: TraceInstance;
  readonly #names: ReadonlyMap<number, string>;
  readonly #out = new Set<number>();
  #named = false;

  /** @param leftOut numbers that are never recorded */
  constructor(instance: TraceInstance, abi: NativeAbi, leftOut: readonly number[]) {
    this.#instance = instance;
    this.#names = callNames(abi);
    const filter = leftOut.map((call) => `id != ${call}`).join(' && ');
    for (const event of RAW) if (filter !== '') instance.write(`events/${event}/filter`, filter);
  }

  /** Records everything: at the beginning, and again after `leaveOut`. */
  recordAll(): void {
    for (const event of RAW) this.#instance.write(`events/${event}/enable`, '1');
    if (this.#named) this.#instance.write('events/syscalls/enable', '0');
    this.#named = false;
    this.#out.clear();
  }

  /** Has the kernel leave calls out until the next `recordAll`. */
  leaveOut(calls: readonly number[]): void {
    if (!this.#named) this.#instance.write('events/syscalls/enable', '1');
    for (const call of calls) if (!this.#out.has(call)) this.#turnOff(call);
    for (const event of RAW) this.#instance.write(`events/${event}/enable`, '0');
    this.#named = true;
  }

  #turnOff(call: number): void {
    this.#out.add(call);
    const name = callEventName(this.#names.get(call) ?? '');
    for (const side of SIDES) {
      const file = `events/syscalls/${side}_${name}/enable`;
      if (this.#instance.has(file)) this.#instance.write(file, '0');
    }
  }
}

/** The layouts of all events of single calls; none where the kernel has no such events. */
export function namedCallLayouts(tracefs: string): readonly EventLayout[] {
  const folder = join(tracefs, 'events', 'syscalls');
  if (!existsSync(folder)) return [];
  const events = readdirSync(folder);
  return SIDES.flatMap((side) => {
    const layout = eventLayout(`syscalls/${side}`, parseEventFormat(text(join(folder, `${side}_read`, 'format'))));
    if (typeof layout === 'string') return [];
    const ids = events
      .filter((event) => event.startsWith(`${side}_`))
      .map((event) => Number(text(join(folder, event, 'id'))));
    return ids.map((id) => ({ ...layout, id }));
  });
}

function text(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
