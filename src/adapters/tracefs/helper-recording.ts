import { EnvironmentError, InternalError } from '../../core/errors.js';
import { callNames, type NativeAbi } from '../../core/trace/calls.js';
import { stepAt, type AuditInStep, type StepStart } from '../../core/trace/module-refusals.js';
import { kernelRecord } from '../../core/trace/kernel-record.js';
import type { SurroundingsFacts } from '../../core/smoke/surroundings.js';
import type { CapabilitySource, KernelRecord } from '../../core/trace/record.js';
import type { Recording } from '../../ports.js';
import type { Helper } from './root-helper.js';
import { interruptedSummary, isContainerId, type Answer, type Command, type RecordingSummary } from './protocol.js';

/** The step under way when recording begins. */
const FIRST_STEP = 'start';

export interface RecordingMeaning {
  /** Its number, for the helper. */
  readonly recording: number;
  readonly abi: NativeAbi;
  readonly source: CapabilitySource;
  readonly narrowed: readonly string[];
}

/** A recording that the root helper makes. Its failure is a fact of the record, not an error. */
export class HelperRecording implements Recording {
  readonly #helper: Helper;
  readonly #meaning: RecordingMeaning;
  /** The helper knows steps by number only. */
  readonly #steps: StepStart[] = [{ name: FIRST_STEP, time: 0 }];
  #failure: string | null = null;

  constructor(helper: Helper, meaning: RecordingMeaning) {
    this.#helper = helper;
    this.#meaning = meaning;
  }

  async follow(container: string, initPid: number): Promise<void> {
    if (!isContainerId(container)) throw new InternalError(`${JSON.stringify(container)} is no container id`);
    const { recording } = this.#meaning;
    await this.#ask({ do: 'follow', recording, container, pid: initPid });
  }

  async surroundings(container: string, initPid: number): Promise<SurroundingsFacts | null> {
    if (!isContainerId(container)) throw new InternalError(`${JSON.stringify(container)} is no container id`);
    const { recording } = this.#meaning;
    const answer = await this.#ask({ do: 'surroundings', recording, container, pid: initPid });
    return answer?.say === 'surroundings' ? answer.facts : null;
  }

  async refusedInStep(): Promise<readonly string[]> {
    const { recording, abi } = this.#meaning;
    const answer = await this.#ask({ do: 'refusals', recording });
    if (answer?.say !== 'refusals') return [];
    const names = callNames(abi);
    return answer.calls.flatMap((call) => names.get(call) ?? []);
  }

  async mark(step: string): Promise<void> {
    const { recording } = this.#meaning;
    await this.#ask({ do: 'mark', recording, step: this.#steps.push({ name: step, time: Date.now() }) - 1 });
  }

  async end(): Promise<KernelRecord> {
    const { recording, abi, source, narrowed } = this.#meaning;
    const audit = await this.#audit();
    const answer = await this.#ask({ do: 'end', recording });
    const { rows, completeness, thinned } = this.#summaryOf(answer);
    const steps = this.#steps.map(({ name }) => name);
    return kernelRecord(rows, { abi, steps, capabilitySource: source, completeness, narrowed, thinned, audit });
  }

  /** The kernel tells the time of day of its messages, this machine's. */
  async #audit(): Promise<readonly AuditInStep[] | null> {
    const answer = await this.#ask({ do: 'messages', recording: this.#meaning.recording });
    if (answer?.say !== 'messages' || answer.lines === null) return null;
    return answer.lines.map((line) => ({ line, step: stepAt(this.#steps, line.time) }));
  }

  #summaryOf(answer: Answer | null): RecordingSummary {
    if (answer?.say === 'recorded') return answer.summary;
    return interruptedSummary(this.#failure ?? 'the recorder gave no record');
  }

  async #ask(command: Command): Promise<Answer | null> {
    if (this.#failure !== null) return null;
    try {
      return await this.#helper.ask(command);
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error;
      this.#failure = error.message;
      return null;
    }
  }
}
