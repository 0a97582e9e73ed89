import type { HttpProbe } from '../../core/policy/policy.js';
import { compareExpected } from '../../core/smoke/expectation.js';
import type { HttpOutcome } from '../../ports.js';
import type { Differences, ProbeContext } from './context.js';

/** Asks the service over HTTP and compares status, headers and body. */
export async function probeHttp(context: ProbeContext, probe: HttpProbe): Promise<Differences> {
  const route = await context.route.get();
  const outcome = await route.http({
    port: probe.port,
    path: probe.path,
    method: probe.method,
    headers: probe.requestHeaders,
    body: probe.requestBody,
    timeout: context.timeout,
    signal: context.signal,
  });
  const asked = `${probe.method} :${probe.port}${probe.path}`;
  if (!outcome.answered) return [`${asked}: ${outcome.reason}`];
  return compareAnswer(probe, outcome).map((difference) => `${asked}: ${difference}`);
}

function compareAnswer(probe: HttpProbe, answer: Extract<HttpOutcome, { answered: true }>): Differences {
  const status = answer.status === probe.status ? [] : [`status ${answer.status}, expected ${probe.status}`];
  const headers = Object.entries(probe.headers).flatMap(([name, expected]) => {
    const value = answer.headers[name.toLowerCase()];
    if (value === undefined) return [`header ${name} is missing`];
    return compareExpected(expected, value).map((difference) => `header ${name}: ${difference}`);
  });
  const body = compareExpected(probe.body, answer.body).map((difference) => `body: ${difference}`);
  return [...status, ...headers, ...body];
}
