import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TraceEvent, TraceSink } from '../../../src/core/trace/event.js';
import { Lane, newPage, type PageSource } from '../../../src/core/trace/lane.js';
import { Merge } from '../../../src/core/trace/merge.js';
import { PageCursor } from '../../../src/core/trace/page-cursor.js';
import { PAGE_SIZE, pagesOf, recorded, recordedLayouts, snapshot, writePages } from '../../support/trace-pages.js';
import type { WrittenEvent } from '../../support/trace-pages.js';
import { traceText } from '../../support/trace-text.js';

const ORIGIN = { high: 0, low: 0 };
const LAYOUTS = recordedLayouts();

class Collected implements TraceSink {
  readonly events: object[] = [];
  readonly losses: number[] = [];
  accept(event: TraceEvent): void {
    this.events.push(snapshot(event));
  }
  lost(until: number): void {
    this.losses.push(until);
  }
}

function merged(sources: readonly PageSource[], pages = 4): Collected {
  const collected = new Collected();
  const settings = { layouts: LAYOUTS, origin: ORIGIN, pages, pageSize: PAGE_SIZE };
  const lanes = sources.map((source) => new Lane(source, settings));
  const merge = new Merge(lanes, collected);
  while (merge.round(Number.MAX_SAFE_INTEGER));
  return collected;
}

/** Text shows rounded microseconds, namespaces hashed and no line ends; a number holds not every argument exactly. */
function comparable(event: object): object {
  const { time, text, ...rest } = event as Readonly<Record<string, unknown>>;
  const { arguments: values } = event as { readonly arguments?: readonly number[] };
  const shown = values?.map((value) => (value > Number.MAX_SAFE_INTEGER ? 'large' : value));
  return {
    ...rest,
    namespace: undefined,
    time: Math.round(Number(time) / 1000),
    arguments: shown,
    text: String(text).trim(),
  };
}

describe('the pages of trace_pipe_raw', () => {
  it('hold what the kernel prints of the same buffer', () => {
    const text = traceText(recorded('trace.txt').toString()).map(snapshot);
    const { events } = merged(['cpu0.bin', 'cpu1.bin'].map((file) => pagesOf(recorded(file))));
    expect(events.map(comparable)).toEqual(text.map(comparable));
  });

  it('that follow a loss say so', () => {
    const pages = writePages([entered(5), entered(9)], 1);
    new DataView(pages.buffer, pages.byteOffset).setUint32(PAGE_SIZE + 8, 0x80000000 | 68, true);
    const { losses, events } = merged([pagesOf(pages)]);
    expect(losses).toEqual([9]);
    expect(events).toHaveLength(2);
  });

  it('may hold time extensions, discarded events and full timestamps', () => {
    const page = newPage(PAGE_SIZE);
    const words = [1000, 0, 0, 0, (7 << 5) | 30, 1, (3 << 5) | 29, 8, 0xdead, (5 << 5) | 31, 100];
    page.words.set([...words, 2 | (4 << 5), 369 | 0, 42], 0);
    page.words[2] = (words.length + 3 - 4) * 4;
    const cursor = new PageCursor(LAYOUTS, ORIGIN);
    cursor.open(page);
    expect(cursor.next()).toEqual({ kind: 'ended', tid: 42, time: 100 * 2 ** 27 + 5 + 4 });
    expect(cursor.next()).toBeNull();
  });

  it('are read whatever bytes they are', () => {
    const page = newPage(PAGE_SIZE);
    const cursor = new PageCursor(LAYOUTS, ORIGIN);
    const property = fc.property(fc.uint8Array({ minLength: 64, maxLength: PAGE_SIZE }), (bytes) => {
      page.bytes.fill(0);
      page.bytes.set(bytes);
      cursor.open(page);
      let count = 0;
      while (cursor.next() !== null) count++;
      expect(count).toBeLessThanOrEqual(PAGE_SIZE / 8);
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('the streams of several CPUs', () => {
  it('come in the order of time, whatever the pages and the reads', () => {
    const property = fc.property(
      streams,
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 2, max: 6 }),
      (cpus, size, ahead) => {
        const sources = cpus.map((events) => hesitant(writePages(events, size)));
        const collected = new Collected();
        const settings = { layouts: LAYOUTS, origin: ORIGIN, pages: ahead, pageSize: PAGE_SIZE };
        const merge = new Merge(
          sources.map(({ source }) => new Lane(source, settings)),
          collected,
        );
        while (sources.some(({ unread }) => unread() < Number.MAX_SAFE_INTEGER)) {
          merge.round(Math.min(...sources.map(({ unread }) => unread())));
        }
        while (merge.round(Number.MAX_SAFE_INTEGER));
        expect(collected.events.map(timeOf)).toEqual(
          cpus
            .flat()
            .map(({ time }) => time)
            .sort((a, b) => a - b),
        );
        const ofThread = (tid: number): readonly unknown[] => collected.events.filter((event) => tidOf(event) === tid);
        for (const [index, events] of cpus.entries()) expect(ofThread(index)).toEqual(events.map(asRead));
      },
    );
    fc.assert(property, { numRuns: 200 });
  });

  it('wait for a CPU that was not read yet', () => {
    const collected = new Collected();
    const settings = { layouts: LAYOUTS, origin: ORIGIN, pages: 2, pageSize: PAGE_SIZE };
    let late: PageSource = pagesOf(new Uint8Array(0));
    const lanes = [
      new Lane(pagesOf(writePages([entered(10), entered(30)], 9)), settings),
      new Lane({ read: (page) => late.read(page) }, settings),
    ];
    const merge = new Merge(lanes, collected);
    merge.round(20);
    expect(collected.events.map(timeOf)).toEqual([10]);
    late = pagesOf(writePages([entered(25)], 9));
    merge.round(40);
    expect(collected.events.map(timeOf)).toEqual([10, 25, 30]);
  });
});

function entered(time: number): WrittenEvent {
  return { time, tid: 1, call: 0 };
}

/** Up to three CPUs, each with calls and returns of one thread of its own; gaps may need a time extension. */
const streams = fc
  .array(fc.array(fc.tuple(fc.oneof(fc.nat(1000), fc.nat(2 ** 30)), fc.nat(450), fc.boolean()), { maxLength: 120 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((cpus) =>
    cpus.map((steps, tid) => {
      let time = 0;
      return steps.map(([gap, call, leaves]): WrittenEvent => {
        time += gap;
        return leaves
          ? { time, tid, call, result: call === 0 ? 0 : -call }
          : { time, tid, call, arguments: [1, 2, 3, 4, 5, gap] };
      });
    }),
  );

/** A buffer that has nothing to give every other time; `unread`: when the first event not yet given was. */
function hesitant(pages: Uint8Array): { readonly source: PageSource; readonly unread: () => number } {
  const source = pagesOf(pages);
  let at = 0;
  let turn = 0;
  const read: PageSource['read'] = (page) => {
    if (turn++ % 2 === 0 || !source.read(page)) return false;
    at += PAGE_SIZE;
    return true;
  };
  const unread = (): number =>
    at < pages.length ? Number(Buffer.from(pages).readBigUInt64LE(at)) : Number.MAX_SAFE_INTEGER;
  return { source: { read }, unread };
}

function timeOf(event: object): unknown {
  return 'time' in event ? event.time : null;
}

function tidOf(event: object): unknown {
  return 'tid' in event ? event.tid : null;
}

function asRead({ time, tid, call, result, arguments: values }: WrittenEvent): object {
  return result === undefined
    ? { kind: 'entered', form: 'raw', time, tid, call, arguments: values }
    : { kind: 'left', form: 'raw', time, tid, call, result };
}
