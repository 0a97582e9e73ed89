import { Readable } from 'node:stream';
import { EnvironmentError } from '../../../core/errors.js';
import { ask } from '../ask.js';
import type { Client } from '../client.js';
import { textAt } from '../field.js';
import { RELAY_PROGRAMS } from './program.generated.js';
import { tarOf } from './tar.js';

/** Where the program is in its image, which holds nothing else. */
export const PROGRAM = 'relay';

/** The longest answer to an import that is read, in bytes. */
const ANSWER_LIMIT = 64 * 1024;

/** Imports an image of the relay alone and gives its id. Throws EnvironmentError when the engine's architecture has none. */
export async function importRelayImage(client: Client, labels: Readonly<Record<string, string>>): Promise<string> {
  const { docker, endpoint, version } = client;
  const archive = Readable.from([tarOf(PROGRAM, programFor(textAt(version, 'Arch')))]);
  const changes = Object.entries(labels).map(([name, value]) => `LABEL ${name}=${JSON.stringify(value)}`);
  const answer = await ask(endpoint, { doing: 'import the image of the relay' }, async () =>
    textOf(await docker.importImage(archive, { changes })),
  );
  const [id] = /sha256:[0-9a-f]{64}/.exec(answer) ?? [];
  if (id !== undefined) return id;
  throw new EnvironmentError(
    `the engine does not say what it imported: ${answer.slice(0, 200)}`,
    'Report the engine and its version to the Tightfit project.',
  );
}

function programFor(arch: string): Uint8Array {
  const program = arch === 'amd64' || arch === 'arm64' ? RELAY_PROGRAMS[arch] : null;
  if (program !== null) return Buffer.from(program.base64, 'base64');
  throw new EnvironmentError(
    `there is no relay for the engine's architecture, "${arch}"`,
    'Use an engine on amd64 or arm64.',
  );
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) if (text.length < ANSWER_LIMIT) text += chunk.toString();
  return text;
}
