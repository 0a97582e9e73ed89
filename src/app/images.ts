import { EnvironmentError } from '../core/errors.js';
import { buildStep } from '../core/image/build-step.js';
import type { ImageSource, Service } from '../core/policy/policy.js';
import type { ImageFacts } from '../ports.js';
import { resolvedBuildOptions } from './build-options.js';
import { folderOf, joined, type LoadedService } from './load.js';
import type { Stage } from './stage.js';

/** The images that exercising a service needs, each by its id from here on. */
export interface Images {
  readonly service: ImageFacts;
  readonly reference: string;
  readonly clients: ReadonlyMap<ImageSource, string>;
}

/** The same for every run: a label of the run's own would give each build another image id and a layer to make. */
const IMAGE_LABELS = { 'tightfit.image': 'built' };

/** The image could not be made: nothing is known about the service. */
export class BuildFailed extends EnvironmentError {}

/** Builds or takes the image of a service and those of its client containers. Throws BuildFailed or EnvironmentError. */
export async function prepareImages(stage: Stage, policyFile: string, part: LoadedService): Promise<Images> {
  const folder = folderOf(policyFile);
  const { service } = part;
  const facts = await prepareSource(stage, folder, service.image);
  return {
    service: facts,
    reference: usedReference(part),
    clients: await prepareClients(stage, folder, service),
  };
}

/** Tests that name the same client share its image. */
async function prepareClients(stage: Stage, folder: string, service: Service): Promise<Images['clients']> {
  const probes = [service.ready?.probe, ...service.tests.map(({ probe }) => probe)];
  const clients = new Map<ImageSource, string>();
  const prepared = new Map<string, string>();
  for (const probe of probes) {
    if (probe?.kind !== 'client') continue;
    const key = JSON.stringify(probe.image);
    const id = prepared.get(key) ?? (await prepareSource(stage, folder, probe.image)).id;
    prepared.set(key, id);
    clients.set(probe.image, id);
  }
  return clients;
}

function usedReference({ service, replaced }: LoadedService): string {
  const used = referenceOf(service.image);
  return replaced === undefined ? used : `${used}, given to this run instead of ${referenceOf(replaced)}`;
}

function referenceOf(image: ImageSource): string {
  return image.kind === 'image' ? image.reference : `build of ${image.context}`;
}

/** Builds or takes one image; `folder`: what the paths of its source are relative to. Throws BuildFailed or EnvironmentError. */
export async function prepareSource(stage: Stage, folder: string, source: ImageSource): Promise<ImageFacts> {
  const { engine, log } = stage.world;
  if (source.kind === 'image') {
    log.info(`image ${source.reference}`);
    return engine.image(source.reference, stage.signal, (state) => {
      log.progress(`pull ${source.reference}: ${state}`);
    });
  }
  log.info(`build ${joined(folder, source.context)}`);
  return engine.image(await build(stage, folder, source));
}

async function build(stage: Stage, folder: string, source: Extract<ImageSource, { kind: 'build' }>): Promise<string> {
  const { engine, files, log } = stage.world;
  const context = await files.resolveInside(folder, source.context);
  const request = {
    context,
    dockerfile: await files.resolveInside(folder, joined(source.context, source.dockerfile)),
    args: source.args,
    target: source.target,
    labels: IMAGE_LABELS,
    options: await resolvedBuildOptions(files, folder, source.options),
    onLine: (line: string) => {
      log.foreign('build', line);
      const step = buildStep(line);
      if (step !== null) log.progress(`build ${source.context}: ${step}`);
    },
    signal: stage.signal,
  };
  return engine.build(request).catch((error: unknown) => {
    if (!(error instanceof EnvironmentError)) throw error;
    log.failed('build');
    throw new BuildFailed(error.message, error.advice, { cause: error });
  });
}
