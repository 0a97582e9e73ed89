import type { TcpProbe } from '../../core/policy/policy.js';
import { compareExpected } from '../../core/smoke/expectation.js';
import type { Differences, ProbeContext } from './context.js';

/** Connects, sends what the policy says and compares what comes back. */
export async function probeTcp(context: ProbeContext, probe: TcpProbe): Promise<Differences> {
  const route = await context.route.get();
  const outcome = await route.tcp({
    port: probe.port,
    send: probe.send,
    enough: (received) => compareExpected(probe.expect, received).length === 0,
    timeout: context.timeout,
    signal: context.signal,
  });
  if (!outcome.connected) return [`port ${probe.port}: ${outcome.reason}`];
  return compareExpected(probe.expect, outcome.received).map((difference) => `port ${probe.port}: ${difference}`);
}
