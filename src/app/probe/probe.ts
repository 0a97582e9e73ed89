import { EnvironmentError } from '../../core/errors.js';
import type { Probe } from '../../core/policy/policy.js';
import { startDeadline } from '../deadline.js';
import { probeClient } from './client.js';
import type { Differences, ProbeContext } from './context.js';
import { probeExec } from './exec.js';
import { probeHttp } from './http.js';
import { probeLog } from './log.js';
import { probeTcp } from './tcp.js';

/**
 * Runs one probe once, within the context's timeout. Out of time is a difference; the container's end or the run's cancelling
 * abort it through the context's signal.
 */
export async function runProbe(context: ProbeContext, probe: Probe): Promise<Differences> {
  const deadline = startDeadline(context.stage.world.clock, context.timeout, context.signal);
  try {
    return await dispatch({ ...context, signal: deadline.signal }, probe);
  } catch (error) {
    if (error instanceof EnvironmentError || !deadline.expired()) throw error;
    return [`no answer within ${context.timeout} ms`];
  } finally {
    deadline.clear();
  }
}

function dispatch(context: ProbeContext, probe: Probe): Promise<Differences> {
  switch (probe.kind) {
    case 'http':
      return probeHttp(context, probe);
    case 'tcp':
      return probeTcp(context, probe);
    case 'exec':
      return probeExec(context, probe);
    case 'client':
      return probeClient(context, probe);
    case 'log':
      return probeLog(context, probe);
  }
}
