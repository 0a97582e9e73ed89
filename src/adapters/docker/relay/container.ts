import type { Container } from 'dockerode';
import { randomUUID } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import { ask } from '../ask.js';
import type { Client } from '../client.js';
import { demultiplex } from '../demultiplex.js';
import { remove } from '../remove.js';
import { importRelayImage, PROGRAM } from './image.js';

/** Whose network to join, and what the relay may connect to there. */
export interface RelayPlace {
  readonly container: string;
  readonly address: string;
  /** Of the container and the image that are made. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A relay that runs. */
export interface RunningRelay {
  readonly input: Readable;
  readonly output: NodeJS.WritableStream;
  /** Removes all that was made. */
  readonly close: () => Promise<void>;
}

const MEMORY = 16 * 1024 * 1024;
const NOBODY = '65534:65534';

/** Starts a container with nothing but the relay in it, in another one's network. Leaves nothing behind when that fails. */
export async function startRelayContainer(client: Client, place: RelayPlace): Promise<RunningRelay> {
  const image = await importRelayImage(client, place.labels);
  const made: string[] = [];
  const close = async (): Promise<void> => {
    for (const id of made) await remove(client, { kind: 'container', id });
    await remove(client, { kind: 'image', id: image });
  };
  try {
    const container = await create(client, place, image);
    made.push(container.id);
    return { ...(await start(client, container)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** As confined as a container can be: it has no use for anything but its two sockets. */
function create({ docker, endpoint }: Client, place: RelayPlace, image: string): Promise<Container> {
  return ask(endpoint, { doing: 'create the container of the relay' }, (abortSignal) =>
    docker.createContainer({
      name: `tightfit-relay-${randomUUID().slice(0, 13)}`,
      Image: image,
      Labels: { ...place.labels },
      Entrypoint: [`/${PROGRAM}`],
      Cmd: [place.address],
      User: NOBODY,
      AttachStdin: true,
      AttachStdout: true,
      AttachStderr: true,
      OpenStdin: true,
      StdinOnce: true,
      Tty: false,
      HostConfig: {
        NetworkMode: `container:${place.container}`,
        CapDrop: ['ALL'],
        SecurityOpt: ['no-new-privileges'],
        ReadonlyRootfs: true,
        PidsLimit: 4,
        Memory: MEMORY,
        MemorySwap: MEMORY,
        LogConfig: { Type: 'none', Config: {} },
      },
      abortSignal,
    }),
  );
}

async function start({ endpoint }: Client, container: Container): Promise<Pick<RunningRelay, 'input' | 'output'>> {
  const options = { stream: true, hijack: true, stdin: true, stdout: true, stderr: true };
  const stream = await ask(endpoint, { doing: 'attach to the relay' }, () => container.attach(options));
  const input = new PassThrough();
  const take = demultiplex((name, bytes) => {
    if (name === 'stdout') input.write(bytes);
  });
  stream.on('data', (chunk: Buffer) => {
    take(chunk);
  });
  stream.once('end', () => input.end()).on('error', () => input.end());
  await ask(endpoint, { doing: 'start the relay' }, (abortSignal) => container.start({ abortSignal }));
  return { input, output: stream };
}
