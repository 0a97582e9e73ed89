import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../core/errors.js';

/** What TLS needs, as node's `https` takes it. */
export interface Certificates {
  readonly ca: Buffer;
  /** Absent with the key: the engine does not ask for a certificate of the client. */
  readonly cert?: Buffer;
  readonly key?: Buffer;
}

/**
 * Reads the files that Docker keeps in a certificate folder: `ca.pem` and, unless neither is there, `cert.pem` and `key.pem`. Throws
 * UsageError naming the one that cannot be read.
 * https://docs.docker.com/engine/security/protect-access/
 */
export async function readCertificates(folder: string): Promise<Certificates> {
  const read = (name: string): Promise<Buffer> => readCertificate(join(folder, name));
  const ca = await read('ca.pem');
  const names = await readdir(folder);
  if (!names.includes('cert.pem') && !names.includes('key.pem')) return { ca };
  return { ca, cert: await read('cert.pem'), key: await read('key.pem') };
}

async function readCertificate(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(`${path} cannot be read. The engine's address asks for TLS, which needs it.`, {
      cause: error,
    });
  }
}
