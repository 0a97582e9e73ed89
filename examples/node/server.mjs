import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives the digest of what was sent, by way of a file, as services do. */
async function digest(request) {
  const folder = await mkdtemp(join(tmpdir(), 'upload-'));
  const file = join(folder, 'body');
  try {
    await writeFile(file, request);
    return createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  } finally {
    await rm(folder, { recursive: true });
  }
}

const server = createServer(async (request, response) => {
  try {
    response.end(request.method === 'POST' ? await digest(request) : '{"ok": true}');
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});

server.listen(8080, () => console.log('listening'));
process.on('SIGTERM', () => server.close(() => process.exit(0)));
