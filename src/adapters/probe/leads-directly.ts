import { join } from 'node:path';
import { interfaceTo } from '../../core/smoke/route-table.js';
import type { ProbeTarget } from '../../ports.js';
import { connectionsOf, isTheContainers, textOrNothing } from './proc-of-container.js';

/** Whether this machine's network leads to a container; `reason`: a clause. */
export type Directness = { readonly leads: true } | { readonly leads: false; readonly reason: string };

/**
 * It does where the container's processes are in this /proc and its address is routed to the bridge that Docker names after the
 * network's id: an engine with a network of its own has its bridges there.
 * https://github.com/moby/moby/blob/v28.5.2/libnetwork/drivers/bridge/bridge_linux.go (`br-` and 12 digits)
 * @param proc the folder /proc
 */
export async function leadsDirectly(target: ProbeTarget, proc = '/proc'): Promise<Directness> {
  const { pid, address, network } = target;
  if (!(await isTheContainers(target, proc))) {
    return { leads: false, reason: `this machine's /proc does not show process ${pid} as the container's` };
  }
  const bridge = `br-${network.slice(0, 12)}`;
  const interfaceUsed = interfaceTo(await textOrNothing(join(proc, 'self', 'net', 'route')), address);
  if (interfaceUsed !== bridge) {
    const found = interfaceUsed === null ? 'nowhere' : `to ${interfaceUsed}`;
    return { leads: false, reason: `${address} leads ${found} here and not to ${bridge}` };
  }
  if ((await connectionsOf(pid, proc)).trim() === '') {
    return { leads: false, reason: `the sockets of the container's network may not be read` };
  }
  return { leads: true };
}
