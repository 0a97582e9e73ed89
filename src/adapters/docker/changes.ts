import type { FileChange } from '../../ports.js';
import { ask } from './ask.js';
import type { Client } from './client.js';
import { fieldAt, numberAt, textAt } from './field.js';

/** How many modified paths are asked about: beyond that a service writes everywhere anyway. */
const ASKED_ABOUT = 200;

/** Go's FileMode of a folder. https://pkg.go.dev/io/fs#FileMode */
const MODE_DIR = 2 ** 31;

/** https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerChanges */
const KINDS = ['modified', 'added', 'deleted'] as const;

/** What a container changed in its file system, by path. */
export async function containerChanges(client: Client, container: string): Promise<readonly FileChange[]> {
  const { docker, endpoint } = client;
  const answer: unknown = await ask(endpoint, { doing: "tell a container's changes" }, (abortSignal) =>
    docker.getContainer(container).changes({ abortSignal }),
  );
  const changes = readChanges(answer);
  const leaves = modifiedLeaves(changes).slice(0, ASKED_ABOUT);
  const folders = new Set<string>();
  for (const path of leaves) {
    if (await isFolder(client, container, path)) folders.add(path);
  }
  const parents = new Set(changes.flatMap(({ path }) => parentsOf(path)));
  return changes.map((change) => ({ ...change, folder: folders.has(change.path) || parents.has(change.path) }));
}

type Change = Pick<FileChange, 'path' | 'kind'>;

/** Reads the engine's answer; it says `null` for none. */
export function readChanges(answer: unknown): readonly Change[] {
  if (!Array.isArray(answer)) return [];
  return answer
    .flatMap((entry: unknown) => {
      const kind = KINDS[numberAt(entry, 'Kind')];
      const path = textAt(entry, 'Path');
      return kind === undefined || !path.startsWith('/') ? [] : [{ path, kind }];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whether a path of which only "modified" is known is a file or a folder cannot be told from the changes alone. */
function modifiedLeaves(changes: readonly Change[]): readonly string[] {
  const parents = new Set(changes.flatMap(({ path }) => parentsOf(path)));
  return changes.flatMap(({ path, kind }) => (kind === 'modified' && !parents.has(path) ? [path] : []));
}

function parentsOf(path: string): readonly string[] {
  const names = path.split('/');
  return names.slice(1, -1).map((_, index) => names.slice(0, index + 2).join('/'));
}

/** https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerArchiveInfo */
async function isFolder({ docker, endpoint }: Client, container: string, path: string): Promise<boolean> {
  const answer: unknown = await ask(endpoint, { doing: "look at a container's file" }, (abortSignal) =>
    docker
      .getContainer(container)
      .infoArchive({ path, abortSignal })
      .catch(() => null),
  );
  return isFolderStat(textAt(fieldAt(answer, 'headers'), 'x-docker-container-path-stat'));
}

/** Whether a path's stat, JSON in base64 as the engine's header has it, is that of a folder. */
export function isFolderStat(header: string): boolean {
  try {
    const stat: unknown = JSON.parse(Buffer.from(header, 'base64').toString('utf8'));
    return Math.floor(numberAt(stat, 'mode') / MODE_DIR) % 2 === 1;
  } catch {
    return false;
  }
}
