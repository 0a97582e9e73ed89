import { readdirSync, readFileSync } from 'node:fs';
import type { TraceEvent } from '../../src/core/trace/event.js';
import { parseEventFormat } from '../../src/core/trace/format.js';
import type { PageSource } from '../../src/core/trace/lane.js';
import { EVENT_NAMES, eventLayout, type EventLayout, type EventName } from '../../src/core/trace/layout.js';
import type { Page } from '../../src/core/trace/page.js';

export const PAGE_SIZE = 4096;
const RECORDED = new URL('../core/trace/fragments/pages/', import.meta.url);

/** The layouts of the kernel that the pages in `fragments` were recorded on. */
export function recordedLayouts(): readonly EventLayout[] {
  const files = new Set(readdirSync(RECORDED));
  return EVENT_NAMES.flatMap((name) => {
    const file = `${name.replace('/', '.')}.format`;
    if (!files.has(file)) return [];
    const layout = eventLayout(name, parseEventFormat(recorded(file).toString()));
    if (typeof layout === 'string') throw new TypeError(layout);
    return [layout];
  });
}

/** A file beside the recorded pages. */
export function recorded(file: string): Buffer {
  return readFileSync(new URL(file, RECORDED));
}

/** One CPU's buffer that gives these pages one after the other, then nothing. */
export function pagesOf(bytes: Uint8Array): PageSource {
  let at = 0;
  return {
    read: (page: Page) => {
      if (at >= bytes.length) return false;
      page.bytes.set(bytes.subarray(at, at + PAGE_SIZE));
      at += PAGE_SIZE;
      return true;
    },
  };
}

/** A copy: readers reuse the event. Arguments become a list. */
export function snapshot(event: TraceEvent): object {
  if (event.kind !== 'entered') return { ...event };
  const { kind, form, time, tid, call } = event;
  return { kind, form, time, tid, call, arguments: [0, 1, 2, 3, 4, 5].map((index) => event.argument(index)) };
}

export interface WrittenEvent {
  readonly time: number;
  readonly tid: number;
  readonly call: number;
  /** A return has a result, an entered call has arguments. */
  readonly result?: number;
  readonly arguments?: readonly number[];
}

/** Pages as the kernel lays them out, from calls and returns of one CPU in the order of time. */
export function writePages(events: readonly WrittenEvent[], perPage: number): Uint8Array {
  const pages: Uint8Array[] = [];
  for (let first = 0; first < events.length; first += perPage) {
    pages.push(writePage(events.slice(first, first + perPage)));
  }
  return Buffer.concat(pages);
}

const EXTEND = 30;

function writePage(events: readonly WrittenEvent[]): Uint8Array {
  const page = Buffer.alloc(PAGE_SIZE);
  let time = events[0]?.time ?? 0;
  let at = 16;
  page.writeBigUInt64LE(BigInt(time), 0);
  for (const event of events) {
    const delta = event.time - time;
    time = event.time;
    if (delta >= 2 ** 27) {
      page.writeUInt32LE(((delta % 2 ** 27) * 32 + EXTEND) >>> 0, at);
      page.writeUInt32LE(Math.floor(delta / 2 ** 27), at + 4);
      at += 8;
    }
    at = writeEntry(page, at, { event, delta: delta >= 2 ** 27 ? 0 : delta });
  }
  page.writeBigUInt64LE(BigInt(at - 16), 8);
  return page;
}

function writeEntry(page: Buffer, at: number, { event, delta }: { event: WrittenEvent; delta: number }): number {
  const name: EventName = event.result === undefined ? 'raw_syscalls/sys_enter' : 'raw_syscalls/sys_exit';
  const id = recordedLayouts().find((layout) => layout.name === name)?.id ?? 0;
  const longs = [
    event.call,
    ...(event.result === undefined ? (event.arguments ?? [0, 0, 0, 0, 0, 0]) : [event.result]),
  ];
  const length = 8 + longs.length * 8;
  page.writeUInt32LE((delta * 32 + length / 4) >>> 0, at);
  page.writeUInt16LE(id, at + 4);
  page.writeInt32LE(event.tid, at + 8);
  longs.forEach((value, index) => page.writeBigInt64LE(BigInt(value), at + 12 + index * 8));
  return at + 4 + length;
}
