import { setTimeout as sleep } from 'node:timers/promises';
import { EnvironmentError } from '../../core/errors.js';
import { Attribution, MARKER } from '../../core/trace/attribute.js';
import { callNumbers, type NativeAbi, type NumberedArgument } from '../../core/trace/calls.js';
import { completenessOf } from '../../core/trace/completeness.js';
import { isSubject, NO_ROWS, rowsOf, type Subject } from '../../core/trace/container-rows.js';
import { HotCalls } from '../../core/trace/hot.js';
import { Lane } from '../../core/trace/lane.js';
import type { EventLayout } from '../../core/trace/layout.js';
import { Merge } from '../../core/trace/merge.js';
import { CallEvents } from './call-events.js';
import { capabilityEvents, NO_CAPABILITY_EVENTS, type CapabilityEvents } from './capability-events.js';
import { configureBuffer, enableEvents, eventLayouts } from './configure.js';
import { containerOfProcess } from './container-of-process.js';
import { followDescent } from './engine-threads.js';
import { errorCode } from './error-code.js';
import { TraceInstance } from './instance.js';
import { lostEvents } from './losses.js';
import { pageSize } from './page-size.js';
import { interruptedSummary, type RecordingSummary } from './protocol.js';
import { openRawBuffers, type RawBuffers } from './raw-buffers.js';

/** Pages read ahead for each CPU. */
const PAGES_AHEAD = 64;
/** An event is in the buffer this long after its time at the latest, in nanoseconds. */
const SETTLED_AFTER = 1_000_000n;
/** Milliseconds between looks when there was nothing left to read. */
const LOOK_EVERY = 20;
/** The same while somebody waits for a marker. */
const LOOK_SOON = 2;
/** How long a marker may take to come back, in milliseconds: the last one comes after everything that was before it. */
const FIRST_MARKER_WITHIN = 2_000;
const LAST_MARKER_WITHIN = 8_000;
const FIRST_STEP = '0';
const LAST_STEP = 'end';

/** What a recording is begun with. */
export interface RecordingSetup {
  readonly tracefs: string;
  readonly abi: NativeAbi;
  /** Sets names in the kernel apart from those of other recordings. */
  readonly owner: string;
  /** Host pids whose descent is followed. */
  readonly engine: readonly number[];
  /** Numbers of calls that the kernel leaves out. */
  readonly leftOut: readonly number[];
  /** The layouts of all events of single calls. */
  readonly namedCalls: readonly EventLayout[];
  /** Arguments whose values are kept. */
  readonly watched: readonly NumberedArgument[];
  /** Whether capability checks are left out. */
  readonly callsOnly: boolean;
}

/**
 * Starts to record and proves that events come through. Throws EnvironmentError when this kernel does not let itself be
 * recorded; nothing is left behind then.
 */
export async function beginRecording(setup: RecordingSetup): Promise<KernelRecording> {
  const instance = TraceInstance.create(setup.tracefs, setup.owner);
  const capabilities = setup.callsOnly ? NO_CAPABILITY_EVENTS : capabilityEvents(setup.tracefs, setup.owner);
  let buffers: RawBuffers | null = null;
  try {
    const layouts = [...eventLayouts(setup.tracefs, capabilities.places), ...setup.namedCalls];
    await configureBuffer(instance);
    buffers = openRawBuffers(instance);
    const lanes = { layouts, pages: PAGES_AHEAD, pageSize: pageSize(setup.tracefs) };
    const recording = new KernelRecording({ instance, capabilities, buffers, lanes }, setup);
    if (followDescent(instance, setup.engine) === 0) throw nothingToFollow(setup.engine);
    enableEvents(instance, capabilities.places);
    await recording.begin();
    return recording;
  } catch (error) {
    buffers?.close();
    await instance.remove();
    capabilities.remove();
    throw error;
  }
}

interface Parts {
  readonly instance: TraceInstance;
  readonly capabilities: CapabilityEvents;
  readonly buffers: RawBuffers;
  readonly lanes: Omit<ConstructorParameters<typeof Lane>[1], 'origin'>;
}

/** One exercise as the kernel sees it, in memory that does not grow with its length. */
export class KernelRecording {
  readonly #parts: Parts;
  readonly #attribution: Attribution;
  readonly #merge: Merge;
  readonly #origin = process.hrtime.bigint();
  readonly #hot: HotCalls;
  readonly #calls: CallEvents;
  readonly #leftOut: readonly number[];
  /** Left out within some step. */
  readonly #thinned = new Set<number>();
  #step = 0;
  #subject: Subject = { container: null, pid: 0 };
  readonly #over = new AbortController();
  #failure: string | null = null;
  #pumping: Promise<void> = Promise.resolve();

  constructor(parts: Parts, setup: RecordingSetup) {
    this.#parts = parts;
    this.#attribution = new Attribution(callNumbers(setup.abi, setup.watched), new Set(setup.leftOut));
    this.#hot = new HotCalls(setup.abi, [...setup.leftOut, ...setup.watched.map(({ call }) => call)]);
    this.#calls = new CallEvents(parts.instance, setup.abi, setup.leftOut);
    this.#leftOut = setup.leftOut;
    const origin = { high: Number(this.#origin >> 32n), low: Number(this.#origin & 0xffffffffn) };
    const lanes = parts.buffers.sources.map((source) => new Lane(source, { ...parts.lanes, origin }));
    this.#merge = new Merge(lanes, this.#attribution);
  }

  get capabilities(): CapabilityEvents {
    return this.#parts.capabilities;
  }

  /** Writes the first marker, waits until it has come back and keeps reading from then on. */
  async begin(): Promise<void> {
    this.mark(0);
    if (!(await this.#passes(FIRST_STEP, FIRST_MARKER_WITHIN))) {
      throw new EnvironmentError(
        'the kernel takes trace markers and does not give them back',
        'Report it with the output of `uname -a`.',
      );
    }
    this.#pumping = this.#pump();
  }

  /** Which container the record is about. `pid`: host pid of its first process, 0 when unknown. */
  follow(container: string, pid: number): void {
    this.#subject = { container, pid };
  }

  /** A step begins. */
  mark(step: number): void {
    this.#hot.reset();
    this.#step = step;
    this.#calls.recordAll();
    this.#write(String(step));
  }

  /** Numbers of the calls that the container was refused since the step began. */
  refusedInStep(): readonly number[] {
    return this.#attribution.descent.containers
      .filter((container) => isSubject(this.#subject, container))
      .flatMap(({ usage }) => usage.refusedInStep());
  }

  /** Host ids of the threads that the container has or had. */
  members(): ReadonlySet<number> {
    const containers = this.#attribution.descent.containers.filter((container) => isSubject(this.#subject, container));
    return new Set(containers.flatMap(({ members }) => [...members]));
  }

  /** Everything until now. Nothing more is recorded; `remove` is still to be called. */
  async end(): Promise<RecordingSummary> {
    await this.#stopPumping();
    return this.#failure === null ? this.#summary() : interruptedSummary(this.#failure);
  }

  /** Takes away everything that the recording made in the kernel, whether it was ended or not. */
  async remove(): Promise<void> {
    await this.#stopPumping();
    this.#parts.buffers.close();
    await this.#parts.instance.remove();
    this.#parts.capabilities.remove();
  }

  async #summary(): Promise<RecordingSummary> {
    this.#write(LAST_STEP);
    const caughtUp = await this.#passes(LAST_STEP, LAST_MARKER_WITHIN);
    const { containers, overflowed } = this.#attribution.descent;
    const rows = rowsOf(this.#subject, containers);
    const lost = Math.max(lostEvents(this.#parts.instance), this.#attribution.gaps);
    const completeness = completenessOf({ lost, caughtUp, found: rows !== null, crowded: overflowed });
    return { completeness, rows: rows ?? NO_ROWS, thinned: [...this.#thinned] };
  }

  async #stopPumping(): Promise<void> {
    this.#over.abort();
    await this.#pumping;
  }

  async #pump(): Promise<void> {
    try {
      while (!this.#over.signal.aborted) {
        const pause = this.#look() ? 0 : LOOK_EVERY;
        await sleep(pause, undefined, { signal: this.#over.signal }).catch(() => undefined);
      }
    } catch (error) {
      this.#failure = `the recorder failed: ${errorCode(error)}`;
    }
  }

  #write(marker: string): void {
    this.#parts.instance.mark(`${MARKER}${marker}`);
  }

  /** Reads until a marker has come by, with all that was before it; false when it does not in time. */
  async #passes(step: string, within: number): Promise<boolean> {
    const deadline = this.#now() + within * 1e6;
    while (this.#attribution.lastMarker !== step) {
      if (this.#now() > deadline) return false;
      await sleep(this.#look() ? 0 : LOOK_SOON);
    }
    return true;
  }

  /** Whether there is more to read at once. */
  #look(): boolean {
    const more = this.#merge.round(this.#now());
    this.#nameContainers();
    this.#thinOut();
    return more;
  }

  /** A container is known by the control group of its first process, which is there until its command has ended. */
  #nameContainers(): void {
    for (const container of this.#attribution.descent.containers) {
      if (container.id === null && !container.rootEnded) container.id = containerOfProcess(container.root);
    }
  }

  /** What the service does over and over again need not be recorded every time. */
  #thinOut(): void {
    if (this.#attribution.step !== this.#step) return;
    const subject = this.#attribution.descent.containers.find((container) => isSubject(this.#subject, container));
    const hot = subject === undefined ? null : this.#hot.look(subject.usage);
    if (hot === null) return;
    for (const call of hot) this.#thinned.add(call);
    this.#attribution.leaveOut(hot);
    this.#calls.leaveOut([...this.#leftOut, ...hot]);
  }

  /** Nanoseconds since the origin, before which every event is in the buffer. */
  #now(): number {
    return Number(process.hrtime.bigint() - this.#origin - SETTLED_AFTER);
  }
}

function nothingToFollow(pids: readonly number[]): EnvironmentError {
  return new EnvironmentError(
    `the engine's processes ${pids.join(', ')} are not on this machine`,
    'Run on the machine where the engine runs.',
  );
}
