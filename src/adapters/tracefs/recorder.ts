import { EnvironmentError, InternalError } from '../../core/errors.js';
import { hostAbi } from './host-abi.js';
import type { Recorder, RecordingRequest, RecordingStart } from '../../ports.js';
import { engineProcesses } from './engine-processes.js';
import { Helper, type HelperSetup } from './root-helper.js';
import { HelperRecording } from './helper-recording.js';
import { findSyscall } from '../../core/seccomp/syscalls.js';

/** The recorder on this machine's tracefs. One root helper serves all recordings; it is started by the first. */
export function tracefsRecorder(setup: HelperSetup): Recorder {
  return new TracefsRecorder(setup);
}

class TracefsRecorder implements Recorder {
  readonly #setup: HelperSetup;
  #helper: Promise<Helper> | null = null;
  #begun = 0;

  constructor(setup: HelperSetup) {
    this.#setup = setup;
  }

  prepare(): void {
    this.#started().catch(() => undefined);
  }

  async begin(request: RecordingRequest): Promise<RecordingStart> {
    try {
      return { recording: await this.#begin(request) };
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error;
      return { unavailable: { reason: error.message, advice: error.advice } };
    }
  }

  async close(): Promise<void> {
    const helper = this.#helper;
    this.#helper = null;
    await helper?.then((started) => started.close()).catch(() => undefined);
  }

  async #begin({ local, narrowed, watched, callsOnly = false }: RecordingRequest): Promise<HelperRecording> {
    const engine = enginePids(local);
    const abi = hostAbi();
    const leftOut = narrowed.flatMap((name) => findSyscall(abi, name)?.number ?? []);
    const numbered = watched.flatMap(({ syscall, argument }) => {
      const found = findSyscall(abi, syscall);
      return found === null ? [] : { call: found.number, argument };
    });
    const recording = ++this.#begun;
    const helper = await this.#started();
    try {
      const answer = await helper.ask({ do: 'begin', recording, engine, leftOut, watched: numbered, callsOnly });
      if (answer.say !== 'begun') throw new InternalError(`the recorder answers "${answer.say}" to begin`);
      return new HelperRecording(helper, { recording, narrowed, abi: answer.abi, source: answer.capabilities });
    } catch (error) {
      if (helper.gone) this.#helper = null;
      throw error;
    }
  }

  async #started(): Promise<Helper> {
    this.#helper ??= Helper.start(this.#setup);
    try {
      const helper = await this.#helper;
      if (!helper.gone) return helper;
    } catch (error) {
      this.#helper = null;
      throw error;
    }
    this.#helper = null;
    return this.#started();
  }
}

/** Whose descent to follow. Throws EnvironmentError when the engine's processes are not on this machine. */
function enginePids(local: boolean): readonly number[] {
  if (process.platform !== 'linux') {
    throw new EnvironmentError(
      `the kernel recorder does not work on ${process.platform}`,
      'Run on Linux to record use.',
    );
  }
  const pids = local ? engineProcesses() : [];
  if (pids.length > 0) return pids;
  throw new EnvironmentError(
    'the engine is not on this machine, so its containers cannot be recorded',
    'Run on the machine where the engine runs.',
  );
}
