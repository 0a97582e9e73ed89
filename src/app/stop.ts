import { signalNumber } from '../core/policy/signal.js';
import type { StepOutcome } from '../core/smoke/outcome.js';
import type { ExercisePlan } from './exercise-plan.js';
import type { Stage } from './stage.js';
import type { Subject } from './subject.js';

/** What the shell reports for a process that SIGKILL ended. */
const KILLED = 128 + 9;

/** The first exit code that means "ended by a signal". */
const SIGNALLED = 128;

/** Exit codes of a process that its stop signal ended: SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGTERM, SIGWINCH. */
const ENDED_BY_STOP_SIGNAL: ReadonlySet<number> = new Set(
  [1, 2, 3, 10, 12, 15, 28].map((signal) => SIGNALLED + signal),
);

/** Stops the service as its platform would and sees whether it goes by itself within the grace period. */
export async function stopGracefully(stage: Stage, plan: ExercisePlan, subject: Subject): Promise<StepOutcome> {
  const { engine, clock } = stage.world;
  const grace = Math.min(plan.service.run.stopGracePeriod, plan.pace?.stop ?? Infinity);
  await subject.track.mark('stop');
  const began = clock.now();
  const { running, stopSignal } = await engine.inspect(subject.container);
  await engine.stop(subject.container, grace);
  const { exitCode } = await engine.inspect(subject.container);
  const duration = clock.now() - began;
  const difference = running
    ? judgeExit({ exitCode, grace, stopSignal, expected: plan.pace?.exitCode ?? null })
    : `the container had ended by itself with exit code ${exitCode}`;
  return {
    kind: 'stop',
    name: 'stop',
    state: difference === '' ? 'passed' : 'failed',
    difference,
    duration,
    attempts: 1,
  };
}

interface Exit {
  readonly exitCode: number;
  readonly grace: number;
  readonly stopSignal: string;
  /** Of a run that worked. */
  readonly expected: number | null;
}

function judgeExit({ exitCode, grace, stopSignal, expected }: Exit): string {
  const number = signalNumber(stopSignal);
  const byStopSignal = number !== null && exitCode === SIGNALLED + number;
  if (exitCode === KILLED && !byStopSignal) return `still running ${grace} ms after ${stopSignal}, so it was killed`;
  if (expected !== null && exitCode !== expected) return `ended with exit code ${exitCode}, expected ${expected}`;
  if (exitCode >= SIGNALLED && !byStopSignal && !ENDED_BY_STOP_SIGNAL.has(exitCode)) {
    return `ended by signal ${exitCode - SIGNALLED} (exit code ${exitCode}) instead of stopping`;
  }
  return '';
}
