import { containerSurroundings } from '../adapters/node/container-surroundings.js';
import { namedCallLayouts } from '../adapters/tracefs/call-events.js';
import { KernelMessages } from '../adapters/tracefs/kernel-messages.js';
import { mountedTracefs } from '../adapters/tracefs/mounted.js';
import { parseCommand, type Answer, type BeginCommand, type Command } from '../adapters/tracefs/protocol.js';
import { beginRecording, type KernelRecording } from '../adapters/tracefs/recording.js';
import { sweepInstances } from '../adapters/tracefs/sweep.js';
import type { AuditLine } from '../core/trace/audit-line.js';
import type { EventLayout } from '../core/trace/layout.js';
import { EnvironmentError, InternalError } from '../core/errors.js';
import { hostAbi } from '../adapters/tracefs/host-abi.js';

/** Recordings under way at once. */
const MOST = 8;

/** The recordings of one helper, by the number their parent gave them. */
export class Recordings {
  readonly #recordings = new Map<number, KernelRecording>();
  readonly #messages = new KernelMessages();
  /** Where in the kernel's log each recording began; `null` where that cannot be read. */
  readonly #places = new WeakMap<KernelRecording, number | null>();
  readonly #removals = new Set<Promise<void>>();
  #tracefs: string | null = null;
  /** The same as long as the machine runs, and hundreds of files to read. */
  #namedCalls: readonly EventLayout[] = [];
  #begun = 0;

  /** Finds tracefs and removes what killed recorders left in it. */
  async prepare(): Promise<Answer> {
    try {
      this.#tracefs = mountedTracefs();
      await sweepInstances(this.#tracefs);
      this.#namedCalls = namedCallLayouts(this.#tracefs);
      return { say: 'ready' };
    } catch (error) {
      return failed(error);
    }
  }

  /** Does what a line asks for; a failure is an answer. */
  async answer(line: string): Promise<Answer> {
    const command = parseCommand(line);
    try {
      if (command === null) throw new InternalError('the recorder was given a line that is no command');
      return await this.#do(command);
    } catch (error) {
      return failed(error);
    }
  }

  /** Ends everything without records and waits until nothing is left of it in the kernel. */
  async removeAll(): Promise<void> {
    const all = [...this.#recordings.values()];
    this.#recordings.clear();
    this.#messages.close();
    await Promise.allSettled([...this.#removals, ...all.map((recording) => recording.remove())]);
  }

  async #do(command: Command): Promise<Answer> {
    switch (command.do) {
      case 'begin':
        return this.#begin(command);
      case 'follow':
        this.#recording(command).follow(command.container, command.pid);
        return { say: 'done' };
      case 'surroundings':
        this.#recording(command);
        return { say: 'surroundings', facts: containerSurroundings('/proc', command.container, command.pid) };
      case 'refusals':
        return { say: 'refusals', calls: this.#recording(command).refusedInStep() };
      case 'messages':
        return { say: 'messages', lines: this.#messagesOf(this.#recording(command)) };
      case 'mark':
        this.#recording(command).mark(command.step);
        return { say: 'done' };
      case 'end':
        return this.#end(command);
    }
  }

  async #begin({ recording, engine, leftOut, watched, callsOnly }: BeginCommand): Promise<Answer> {
    if (this.#tracefs === null) throw new InternalError('a recording was asked for without tracefs');
    if (this.#recordings.size >= MOST || this.#recordings.has(recording)) {
      throw new InternalError(`recording ${recording} cannot begin beside ${this.#recordings.size} others`);
    }
    const abi = hostAbi();
    const owner = `${process.pid}-${++this.#begun}`;
    const setup = { tracefs: this.#tracefs, abi, owner, engine, leftOut, watched, callsOnly };
    const begun = await beginRecording({ ...setup, namedCalls: this.#namedCalls });
    this.#recordings.set(recording, begun);
    this.#places.set(begun, callsOnly ? null : this.#messages.place());
    return { say: 'begun', capabilities: begun.capabilities.source, abi };
  }

  #messagesOf(recording: KernelRecording): readonly AuditLine[] | null {
    const place = this.#places.get(recording) ?? null;
    return place === null ? null : this.#messages.since(place, recording.members());
  }

  async #end(command: Command): Promise<Answer> {
    const recording = this.#recording(command);
    this.#recordings.delete(command.recording);
    try {
      return { say: 'recorded', summary: await recording.end() };
    } finally {
      this.#removeLater(recording);
    }
  }

  /** The record need not wait for the kernel to free its buffers. */
  #removeLater(recording: KernelRecording): void {
    const removal = recording.remove().finally(() => this.#removals.delete(removal));
    this.#removals.add(removal);
  }

  #recording({ recording }: Command): KernelRecording {
    const found = this.#recordings.get(recording);
    if (found === undefined) throw new InternalError(`there is no recording ${recording}`);
    return found;
  }
}

function failed(error: unknown): Answer {
  if (error instanceof EnvironmentError) return { say: 'failed', reason: error.message, advice: error.advice };
  const reason = error instanceof Error ? error.message : String(error);
  return { say: 'failed', reason, advice: 'Report it with the output of `uname -a`.' };
}
