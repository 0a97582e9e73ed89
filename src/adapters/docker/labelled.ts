import type { LabelledResource, Resource } from '../../ports.js';
import { ask } from './ask.js';
import type { Client } from './client.js';
import { entriesAt, textAt } from './field.js';

/** What everything that a run makes carries. */
const LABEL = 'tightfit.run';

/** Everything on the engine that a run made: containers in any state, networks, volumes, images. */
export async function labelled({ docker, endpoint }: Client): Promise<readonly LabelledResource[]> {
  return ask(endpoint, { doing: 'list what runs have made' }, async (abortSignal) => {
    const filters = { label: [LABEL] };
    const [containers, networks, volumes, images] = await Promise.all([
      docker.listContainers({ all: true, filters, abortSignal }),
      docker.listNetworks({ filters, abortSignal }),
      docker.listVolumes({ filters, abortSignal }),
      docker.listImages({ all: true, filters, abortSignal }),
    ]);
    return [
      ...containers.map((listed) => resource('container', listed)),
      ...networks.map((listed) => resource('network', listed)),
      ...volumes.Volumes.map((listed) => resource('volume', listed)),
      ...images.map((listed) => resource('image', listed)),
    ];
  });
}

function resource(kind: Resource['kind'], listed: unknown): LabelledResource {
  const labels = entriesAt(listed, 'Labels').filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { kind, id: textAt(listed, kind === 'volume' ? 'Name' : 'Id'), labels: Object.fromEntries(labels) };
}
