import { UsageError } from '../../core/errors.js';
import { quote } from '../../core/excerpt.js';
import { dockerfileFacts } from '../../core/image/dockerfile.js';
import { POLICY_NAME, PROFILE_NAME } from '../../core/init/draft.js';
import { factsOfDockerfile, NOTHING_KNOWN, type ServiceFacts } from '../../core/init/service-facts.js';
import { isServiceName, nameOfFolder, nameOfImage } from '../../core/init/service-name.js';
import { PLAIN_BUILD } from '../../core/policy/plain-build.js';
import type { ImageSource } from '../../core/policy/policy.js';
import type { Files } from '../../ports.js';
import { joined } from '../load.js';
import type { InitRequest } from './request.js';

/** The largest Dockerfile that is read, in bytes. */
const SIZE_LIMIT = 1024 * 1024;

/** Where a service's image comes from and where its policy goes. */
export interface Source {
  readonly folder: string;
  readonly service: string;
  readonly image: ImageSource;
  /** What the Dockerfile tells; nothing of an image that is not built. */
  readonly facts: ServiceFacts;
}

/** Finds what a request is about. Throws UsageError for a folder without one Dockerfile, a bad name, or a policy that is there. */
export async function findSource(files: Files, request: InitRequest): Promise<Source> {
  const { image } = request;
  if (image !== null && !request.run) {
    throw new UsageError('--no-run reads a Dockerfile, and --image has none. Give a folder with a Dockerfile instead.');
  }
  const { folder, dockerfile } =
    image === null ? await dockerfileAt(files, request.path) : { folder: request.path, dockerfile: '' };
  await refuseExisting(files, folder, request);
  const service = request.name ?? (image === null ? nameOfFolder(await files.realPath(folder)) : nameOfImage(image));
  if (!isServiceName(service)) {
    throw new UsageError(
      `--name: ${quote(service)} is no service name. Use letters, digits, dots, dashes and underscores, at most 63, a letter or digit first.`,
    );
  }
  if (image !== null) return { folder, service, image: { kind: 'image', reference: image }, facts: NOTHING_KNOWN };
  const facts = await readFacts(files, joined(folder, dockerfile));
  return {
    folder,
    service,
    image: { kind: 'build', context: '.', dockerfile, args: {}, target: null, options: PLAIN_BUILD },
    facts,
  };
}

async function refuseExisting(files: Files, folder: string, { replace }: InitRequest): Promise<void> {
  const names = await files.list(folder);
  const found = [POLICY_NAME, PROFILE_NAME].filter((name) => names.includes(name));
  if (replace || found.length === 0) return;
  const paths = found.map((name) => joined(folder, name)).join(' and ');
  const verb = found.length === 1 ? 'is already there' : 'are already there';
  throw new UsageError(`${paths} ${verb}. Use --force to replace, or --dry-run to see what would be written.`);
}

/** A path to a Dockerfile names it; in a folder it has to be clear which one is meant. */
async function dockerfileAt(files: Files, path: string): Promise<{ folder: string; dockerfile: string }> {
  const name = path.split('/').at(-1) ?? '';
  if (isDockerfile(name)) {
    const folder = path.slice(0, path.length - name.length).replace(/(?<=.)\/+$/, '');
    return { folder: folder === '' ? '.' : folder, dockerfile: name };
  }
  const names = (await files.list(path)).filter(isDockerfile);
  const [first] = names;
  if (names.includes('Dockerfile')) return { folder: path, dockerfile: 'Dockerfile' };
  if (first === undefined) {
    throw new UsageError(
      `${quote(path)} has no Dockerfile. Give a folder that has one, a Dockerfile by its path, or an image with --image.`,
    );
  }
  if (names.length > 1) {
    throw new UsageError(
      `${quote(path)} has several Dockerfiles: ${names.join(', ')}. Name the one you mean: tightfit init ${joined(path, first)}`,
    );
  }
  return { folder: path, dockerfile: first };
}

function isDockerfile(name: string): boolean {
  return (
    /^(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|^[\w.-]+\.[Dd]ockerfile$/.test(name) &&
    !name.endsWith('.dockerignore')
  );
}

async function readFacts(files: Files, path: string): Promise<ServiceFacts> {
  const dockerfile = dockerfileFacts({
    file: path,
    text: await files.readText(path, SIZE_LIMIT),
    target: null,
    args: {},
  });
  if (dockerfile !== null) return factsOfDockerfile(dockerfile);
  throw new UsageError(`${quote(path)} has no FROM, so it builds nothing. Correct it, or give an image with --image.`);
}
