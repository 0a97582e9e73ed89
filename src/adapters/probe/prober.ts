import type { Prober, ProbeTarget, Route } from '../../ports.js';
import { connectDirectly } from './direct.js';
import { leadsDirectly } from './leads-directly.js';
import { probeHttp } from './http.js';
import { openInside } from './inside.js';
import { probeTcp } from './tcp.js';
import type { RelaySetup, Way } from './way.js';

/** Talks to services over this machine's network where that leads to their container, else from inside the container's own. */
export function createProber(setup: RelaySetup): Prober {
  return {
    open: async (target) => {
      const direct = await leadsDirectly(target);
      if (direct.leads) {
        const description =
          "over this machine's network; each connection is found in the container's network namespace";
        return routeOver(target, { connect: connectDirectly(target), description, close: () => Promise.resolve() });
      }
      return routeOver(target, await openInside(setup, target, direct.reason));
    },
  };
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
