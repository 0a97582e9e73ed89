import { EnvironmentError } from '../../core/errors.js';
import type { Prober, ProbeTarget, Route } from '../../ports.js';
import { openBeside } from './beside.js';
import { connectDirectly } from './direct.js';
import { probeHttp } from './http.js';
import { openInside } from './inside.js';
import { leadsDirectly } from './leads-directly.js';
import { probeTcp } from './tcp.js';
import type { RelaySetup, Way } from './way.js';

/**
 * Talks to services over this machine's network where that leads to their container, else from inside the container's own: by a
 * process of this machine, or by a container of ours where the engine is elsewhere.
 */
export function createProber(setup: RelaySetup): Prober {
  return { open: async (target) => routeOver(target, await open(setup, target)) };
}

async function open(setup: RelaySetup, target: ProbeTarget): Promise<Way> {
  const direct = await leadsDirectly(target);
  if (direct.leads) {
    const description = "over this machine's network; each connection is found in the container's network namespace";
    return { connect: connectDirectly(target), description, close: () => Promise.resolve() };
  }
  const inside = await attempt(() => openInside(setup, target));
  if ('way' in inside) return because(inside.way, direct.reason);
  const beside = await attempt(() => openBeside(setup, target));
  if ('way' in beside)
    return because(beside.way, `${direct.reason}; and its namespace cannot be entered: ${inside.refusal}`);
  throw new EnvironmentError(
    `there is no way to the container's address: ${direct.reason}; its network namespace cannot be entered: ${inside.refusal}; and no container of ours can share it: ${beside.refusal}`,
    'Run as root on the machine of the engine, allow password-less sudo for this user, or probe with exec, log or client.',
  );
}

async function attempt(work: () => Promise<Way>): Promise<{ readonly way: Way } | { readonly refusal: string }> {
  try {
    return { way: await work() };
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return { refusal: error.message };
  }
}

function because(way: Way, reason: string): Way {
  return { ...way, description: `${way.description}, because ${reason}` };
}

/** What can be asked over a way. */
export function routeOver({ address }: Pick<ProbeTarget, 'address'>, { connect, description, close }: Way): Route {
  return {
    description,
    http: (request) => probeHttp({ address, connect }, request),
    tcp: (request) => probeTcp(connect, request),
    close,
  };
}
