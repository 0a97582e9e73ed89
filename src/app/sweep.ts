import type { LabelledResource, World } from '../ports.js';
import { expiryOf, ownerOf, RUN_LABEL } from './stage.js';

/** Containers hold networks, volumes and images, so they go first. */
const ORDER: readonly LabelledResource['kind'][] = ['container', 'network', 'volume', 'image'];

/** Removes what one run left on the engine. Gives how many things were removed. */
export async function sweepRun(world: World, runId: string): Promise<number> {
  return sweep(world, (resource) => resource.labels[RUN_LABEL] === runId);
}

/** Removes what earlier runs left: expired, or made by a process of this machine that is gone. Gives how many. */
export async function sweepAbandoned(world: World): Promise<number> {
  return sweep(world, (resource) => isAbandoned(world, resource));
}

function isAbandoned({ clock, host }: World, { labels }: LabelledResource): boolean {
  if (expiryOf(labels) <= clock.date()) return true;
  const owner = ownerOf(labels);
  return owner !== null && owner.bootId === host.owner.bootId && !host.isAlive(owner.pid);
}

async function sweep({ engine }: World, wanted: (resource: LabelledResource) => boolean): Promise<number> {
  const resources = (await engine.labelled()).filter(wanted);
  const sorted = [...resources].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  for (const resource of sorted) await engine.remove(resource);
  return sorted.length;
}
