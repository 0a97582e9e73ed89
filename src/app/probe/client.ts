import { InternalError } from '../../core/errors.js';
import type { ClientProbe } from '../../core/policy/policy.js';
import type { ContainerSpec } from '../../ports.js';
import { ENGINE_DEFAULTS } from '../engine-defaults.js';
import { labelsOf } from '../stage.js';
import { OUTPUT_LIMIT, type Differences, type ProbeContext } from './context.js';
import { compareProgram } from './program.js';

/** Limits of a client: it is the tester's, so they only keep it from hurting the machine. */
const CLIENT_LIMITS = { pids: 256, memory: 512 * 1024 * 1024, cpus: 2, ulimits: [] };

/** Runs a second container on the service's network and compares how it ended. */
export async function probeClient(context: ProbeContext, probe: ClientProbe): Promise<Differences> {
  const { engine } = context.stage.world;
  const container = await engine.createContainer(specOf(context, probe));
  const remove = context.stage.cleanup.add(() => engine.remove({ kind: 'container', id: container }));
  try {
    const outcome = await engine.start(container);
    if (!outcome.started) return [`the client could not be started: ${outcome.reason}`];
    await engine.ended(container, context.signal);
    const { exitCode } = await engine.inspect(container);
    return compareProgram(probe, { exitCode, output: await engine.logs(container, OUTPUT_LIMIT) });
  } finally {
    await remove();
  }
}

function specOf({ stage, network, clientImages }: ProbeContext, probe: ClientProbe): ContainerSpec {
  const imageId = clientImages.get(probe.image);
  if (imageId === undefined) throw new InternalError('a client image was not prepared before the exercise');
  return {
    name: `tightfit-client-${stage.world.host.uniqueName()}`,
    imageId,
    labels: labelsOf(stage),
    network,
    alias: 'client',
    entrypoint: null,
    command: probe.command,
    environment: probe.environment,
    workingDir: null,
    user: null,
    groupAdd: [],
    confinement: ENGINE_DEFAULTS,
    limits: CLIENT_LIMITS,
    tmpfs: [],
    binds: [],
    anonymousVolumes: [],
    init: false,
    stopSignal: null,
    sysctls: {},
  };
}
