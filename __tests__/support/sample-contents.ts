import type { ImageContents } from '../../src/core/image/contents.js';

const PING = { uid: 0, gid: 0, mode: '4755', setuid: true, setgid: false, capabilities: [], effective: false };

/** An image with two pings, a key that a later layer removes, and little else; all text is `text` where given. */
export function sampleContents(changes: Partial<ImageContents> = {}, text: string | null = null): ImageContents {
  const path = (usual: string): string => text ?? usual;
  return {
    layers: [
      'Imported from -',
      'RUN apt-get update && apt-get install -y --no-install-recommends iputils-ping',
      'COPY . /',
      '',
    ].map((instruction) => ({ instruction: path(instruction) })),
    counts: { files: 6139, privileged: 2, worldWritable: 1, secrets: 1, accounts: 2, programs: 2 },
    privileged: [
      { ...PING, path: path('/usr/local/bin/ping'), layer: 3 },
      {
        ...PING,
        path: path('/usr/bin/ping'),
        layer: 2,
        mode: '0755',
        setuid: false,
        capabilities: ['NET_RAW'],
        effective: true,
      },
    ],
    worldWritable: [{ path: path('/srv/upload'), kind: 'folder', layer: 3 }],
    secrets: [{ path: path('/root/.ssh/id_ed25519'), kind: 'SSH private key', layer: 3, removedIn: 4 }],
    accounts: [
      { name: 'root', uid: 0, shell: '/bin/bash', layer: 1 },
      { name: path('toor'), uid: 0, shell: path('/bin/sh'), layer: 3 },
    ],
    programs: [
      { path: path('/usr/bin/apt'), kind: 'package manager', layer: 1 },
      { path: path('/usr/bin/bash'), kind: 'shell', layer: 1 },
    ],
    ...changes,
  };
}
