import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../core/errors.js';

/** What TLS with a client certificate needs, as node's `https` takes it. */
export interface Certificates {
  readonly ca: Buffer;
  readonly cert: Buffer;
  readonly key: Buffer;
}

/**
 * Reads the three files that Docker keeps in a certificate folder. Throws UsageError naming the one that cannot be read.
 * https://docs.docker.com/engine/security/protect-access/
 */
export async function readCertificates(folder: string): Promise<Certificates> {
  const read = (name: string): Promise<Buffer> => readCertificate(join(folder, name));
  return { ca: await read('ca.pem'), cert: await read('cert.pem'), key: await read('key.pem') };
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
