import type {
  CallEntered,
  CallEventForm,
  CallLeft,
  CapabilityAnswered,
  CapabilityAsked,
  MarkerWritten,
  ProgramExecuted,
  SignalRaised,
  TaskCreated,
  TaskEnded,
  TraceEvent,
} from './event.js';
import { TID_OFFSET, type EventLayout, type EventName } from './layout.js';
import type { Page } from './page.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Fill = (data: number) => TraceEvent;

const TWO_32 = 4294967296;
/** Longest text kept of an event, in bytes. */
const TEXT_LIMIT = 256;

/** Turns an entry's data into an event, one reused object a kind. */
export class EventDecoder {
  #words: Int32Array = new Int32Array(0);
  #bytes: Uint8Array = new Uint8Array(0);
  #data = 0;
  #argumentsAt = 0;
  readonly #fills: (Fill | undefined)[] = [];
  readonly #entered: Mutable<CallEntered>;
  readonly #left: Mutable<CallLeft> = { kind: 'left', form: 'raw', time: 0, tid: 0, call: 0, result: 0 };
  readonly #created: Mutable<TaskCreated> = { kind: 'created', time: 0, tid: 0, child: 0, flags: 0 };
  readonly #executed: Mutable<ProgramExecuted> = { kind: 'executed', time: 0, tid: 0, formerTid: 0, file: '' };
  readonly #ended: Mutable<TaskEnded> = { kind: 'ended', time: 0, tid: 0 };
  readonly #sigsys: Mutable<SignalRaised> = { kind: 'sigsys', time: 0, tid: 0, code: 0 };
  readonly #marker: Mutable<MarkerWritten> = { kind: 'marker', time: 0, tid: 0, text: '' };
  readonly #answer: Mutable<CapabilityAnswered> = { kind: 'capability-answer', time: 0, tid: 0, answer: 0 };
  readonly #asked: Mutable<CapabilityAsked> = {
    kind: 'capability',
    time: 0,
    tid: 0,
    capability: 0,
    namespace: 0,
    answer: null,
  };

  constructor(layouts: readonly EventLayout[]) {
    this.#entered = {
      kind: 'entered',
      form: 'raw',
      time: 0,
      tid: 0,
      call: 0,
      argument: (index) => this.#long(this.#argumentsAt + index * 2),
    };
    for (const { name, id, offsets } of layouts) {
      const [first = 0, second = 0, third = 0] = offsets.map((offset) => offset >> 2);
      this.#fills[id] = this.#fillOf(name, [first, second, third]);
    }
  }

  open(page: Page): void {
    this.#words = page.words;
    this.#bytes = page.bytes;
  }

  /** `data`: index of the word where the entry's data begins. `null` for an event that is not read. */
  decode(data: number, time: number): TraceEvent | null {
    const fill = this.#fills[(this.#words[data] ?? 0) & 0xffff];
    if (fill === undefined) return null;
    this.#data = data;
    const event: Mutable<TraceEvent> = fill(data);
    event.time = time;
    event.tid = this.#words[data + (TID_OFFSET >> 2)] ?? 0;
    return event;
  }

  #fillOf(name: EventName, [first, second, third]: readonly [number, number, number]): Fill {
    switch (name) {
      case 'raw_syscalls/sys_enter':
        return (data) => this.#enter(data + first, data + second, 'raw');
      case 'raw_syscalls/sys_exit':
        return (data) => this.#leave(data + first, data + second, 'raw');
      case 'syscalls/sys_enter':
        return (data) => this.#enter(data + first, data + second, 'named');
      case 'syscalls/sys_exit':
        return (data) => this.#leave(data + first, data + second, 'named');
      case 'task/task_newtask':
        return (data) => {
          this.#created.child = this.#int(data + first);
          this.#created.flags = this.#long(data + second);
          return this.#created;
        };
      case 'sched/sched_process_exec':
        return (data) => {
          this.#executed.file = this.#locatedText(data + first);
          this.#executed.formerTid = this.#int(data + second);
          return this.#executed;
        };
      case 'sched/sched_process_exit':
        return () => this.#ended;
      case 'signal/signal_generate':
        return (data) => {
          this.#sigsys.code = this.#int(data + first);
          return this.#sigsys;
        };
      case 'ftrace/print':
        return (data) => {
          this.#marker.text = this.#text((data + first) * 4, TEXT_LIMIT);
          return this.#marker;
        };
      case 'capability/cap_capable':
        return (data) => this.#check(data + first, data + second, this.#int(data + third));
      case 'kprobe/cap_enter':
        return (data) => this.#check(data + first, data + second, null);
      case 'kprobe/cap_exit':
        return (data) => {
          this.#answer.answer = this.#int(data + first);
          return this.#answer;
        };
    }
  }

  #enter(call: number, firstArgument: number, form: CallEventForm): TraceEvent {
    this.#entered.form = form;
    this.#entered.call = this.#int(call);
    this.#argumentsAt = firstArgument;
    return this.#entered;
  }

  #leave(call: number, result: number, form: CallEventForm): TraceEvent {
    this.#left.form = form;
    this.#left.call = this.#int(call);
    this.#left.result = this.#signedLong(result);
    return this.#left;
  }

  #check(namespace: number, capability: number, answer: number | null): TraceEvent {
    this.#asked.namespace = this.#pointer(namespace);
    this.#asked.capability = this.#int(capability);
    this.#asked.answer = answer;
    return this.#asked;
  }

  #int(word: number): number {
    return this.#words[word] ?? 0;
  }

  #long(word: number): number {
    return (this.#int(word + 1) >>> 0) * TWO_32 + (this.#int(word) >>> 0);
  }

  #signedLong(word: number): number {
    return this.#int(word + 1) * TWO_32 + (this.#int(word) >>> 0);
  }

  /** A kernel address without its upper 12 bits, which are all the same, so that it is exact in a number. */
  #pointer(word: number): number {
    return (this.#int(word + 1) & 0xfffff) * TWO_32 + (this.#int(word) >>> 0);
  }

  #locatedText(word: number): string {
    const location = this.#int(word);
    return this.#text(this.#data * 4 + (location & 0xffff), Math.min(location >>> 16, TEXT_LIMIT));
  }

  /** Bytes as Latin-1 up to the first NUL: what they mean is for others, here they only must not be lost. */
  #text(from: number, limit: number): string {
    let text = '';
    for (let at = from; at < from + limit; at++) {
      const byte = this.#bytes[at] ?? 0;
      if (byte === 0) break;
      text += String.fromCharCode(byte);
    }
    return text;
  }
}
