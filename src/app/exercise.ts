import { failedStep, type ContainerEnd, type ExerciseResult, type StepOutcome } from '../core/smoke/outcome.js';
import type { ContainerState } from '../ports.js';
import { containerSpec } from './container-spec.js';
import type { ExercisePlan } from './exercise-plan.js';
import { lazyRoute } from './lazy-route.js';
import { observeProcesses } from './observe.js';
import { observeSurroundings } from './observe-surroundings.js';
import { waitUntilReady } from './ready.js';
import { NEW_NETWORKS, type Lease } from './networks.js';
import { labelsOf, type Stage } from './stage.js';
import { stopGracefully } from './stop.js';
import type { Subject } from './subject.js';
import { runTests } from './tests.js';
import { startTrack, type Tracked } from './track.js';

/** How much of the container's log a result keeps, in bytes. */
const LOG_KEPT = 16 * 1024;

/**
 * Runs a service once: start, ready, tests, stop, on a network of its own; leaves nothing behind. The only way a container is
 * ever run. Throws EnvironmentError when the machine or the engine is in the way, and the signal's reason when cancelled.
 */
export async function exercise(stage: Stage, plan: ExercisePlan): Promise<ExerciseResult> {
  const { clock } = stage.world;
  const began = clock.now();
  stage.signal.throwIfAborted();
  const [track, made] = await Promise.all([startTrack(stage, plan), makeContainer(stage, plan)]);
  const stopTracking = stage.cleanup.add(async () => {
    await track.end();
  });
  const result = await runContainer(stage, plan, { ...made, track });
  const [tracked] = await Promise.all([track.end(), made.remove()]);
  await stopTracking();
  return { ...result, ...tracked, duration: clock.now() - began };
}

interface MadeContainer extends Pick<Subject, 'container' | 'network'> {
  /** Removes the container and gives its network back. */
  readonly remove: () => Promise<void>;
}

async function makeContainer(stage: Stage, plan: ExercisePlan): Promise<MadeContainer> {
  const { engine } = stage.world;
  const internal = !plan.service.run.egress;
  const { network, release } = await (stage.networks ?? NEW_NETWORKS).lease({ internal }, () =>
    createNetwork(stage, internal),
  );
  const container = await engine.createContainer(containerSpec(stage, plan, network));
  const removeContainer = stage.cleanup.add(() => engine.remove({ kind: 'container', id: container }));
  const remove = async (): Promise<void> => {
    await removeContainer();
    await release();
  };
  return { container, network, remove };
}

async function createNetwork(stage: Stage, internal: boolean): Promise<Lease> {
  const { engine, host } = stage.world;
  const name = `tightfit-${host.uniqueName()}`;
  const network = await engine.createNetwork({ name, internal, labels: labelsOf(stage) });
  return { network, release: stage.cleanup.add(() => engine.remove({ kind: 'network', id: network })) };
}

type Finished = Omit<ExerciseResult, 'duration' | keyof Tracked>;

type Made = Pick<Subject, 'container' | 'network' | 'track'>;

async function runContainer(stage: Stage, plan: ExercisePlan, made: Made): Promise<Finished> {
  const { engine, clock } = stage.world;
  const { container, track } = made;
  await track.follow(container, 0);
  await track.mark('start');
  const began = clock.now();
  const outcome = await engine.start(container);
  if (!outcome.started) return refusedStart(outcome.reason, clock.now() - began);
  const gone = new AbortController();
  const over = new AbortController();
  const watch = engine.ended(container, AbortSignal.any([over.signal, stage.signal])).then(
    () => {
      gone.abort();
    },
    () => undefined,
  );
  let watching: Promise<void> = Promise.resolve();
  let leave = (): Promise<void> => Promise.resolve();
  try {
    const state = await engine.inspect(container);
    const route = lazyRoute(stage, container, state);
    leave = () => route.close();
    await track.follow(container, state.pid);
    const signal = AbortSignal.any([gone.signal, stage.signal]);
    const observer = observeProcesses(stage.world, container, state.pid);
    watching = observer.watch(AbortSignal.any([over.signal, signal]));
    const surroundings = observeSurroundings(stage.world.host, { container, initPid: state.pid, track });
    const seen = { state, route, observer, surroundings, started: started(clock.now() - began) };
    return await runSteps(stage, plan, { ...made, ...seen, signal });
  } finally {
    over.abort();
    await Promise.all([watch, watching, leave()]);
  }
}

async function runSteps(
  stage: Stage,
  plan: ExercisePlan,
  subject: Subject & { readonly started: StepOutcome },
): Promise<Finished> {
  const { engine } = stage.world;
  await findRoute(stage, plan, subject);
  const ready = await waitUntilReady(stage, plan, subject);
  await subject.observer.look();
  await subject.surroundings.look();
  const tests = await runTests(stage, plan, { subject, skip: ready.state === 'failed' });
  await subject.surroundings.look();
  const broken = [ready, ...tests].some((step) => step.state === 'failed');
  if (!broken) await plan.beforeStop?.(subject.container);
  const stop = broken ? SKIPPED_STOP : await stopGracefully(stage, plan, subject);
  if (!broken) await plan.afterStop?.(subject.container);
  const steps = [subject.started, ready, ...tests, stop];
  const end = endOf(await engine.inspect(subject.container));
  // A service that fails may write without end, so it is ended before its log is read.
  if (broken) await engine.stop(subject.container, 0);
  const { both } = await engine.logs(subject.container, LOG_KEPT);
  return {
    works: failedStep({ steps }) === null && !end.oomKilled,
    steps,
    end,
    processes: subject.observer.seen(),
    surroundings: subject.surroundings.seen(),
    log: both,
  };
}

/** Before anything is timed: what it takes to find a way is not the service's. */
async function findRoute({ world }: Stage, { service, pace }: ExercisePlan, { route }: Subject): Promise<void> {
  const probes = [...(service.ready === null ? [] : [service.ready]), ...service.tests].map(({ probe }) => probe);
  if (!probes.some(({ kind }) => kind === 'http' || kind === 'tcp')) return;
  const { description } = await route.get();
  if (pace === null) world.log.detail(`probes reach the container ${description}`);
}

function endOf(state: ContainerState): ContainerEnd {
  return {
    exitCode: state.running ? null : state.exitCode,
    oomKilled: state.oomKilled,
    restarts: state.restarts,
    error: state.error,
  };
}

function refusedStart(reason: string, duration: number): Finished {
  return {
    works: false,
    steps: [{ kind: 'start', name: 'start', state: 'failed', difference: reason, duration, attempts: 1 }],
    end: { exitCode: null, oomKilled: false, restarts: 0, error: reason },
    processes: null,
    surroundings: null,
    log: '',
  };
}

function started(duration: number): StepOutcome {
  return { kind: 'start', name: 'start', state: 'passed', difference: '', duration, attempts: 1 };
}

const SKIPPED_STOP: StepOutcome = {
  kind: 'stop',
  name: 'stop',
  state: 'skipped',
  difference: '',
  duration: 0,
  attempts: 0,
};
