import { UsageError } from '../core/errors.js';
import { quote } from '../core/excerpt.js';
import type { Loaded, LoadedService } from './load.js';
import { refuseUnknownServices } from './select-services.js';

/** An image that a run uses for a service instead of what the policy says. */
export interface GivenImage {
  readonly service: string;
  /** A name or an id. */
  readonly reference: string;
}

/** Reads one `SERVICE=REFERENCE`. Throws UsageError, naming the option or input, for anything else. */
export function givenImage(option: string, text: string): GivenImage {
  const [, service, reference] = /^\s*([^=\s]+)\s*=\s*(\S+)\s*$/.exec(text) ?? [];
  if (service !== undefined && reference !== undefined) return { service, reference };
  throw new UsageError(`${option}: invalid value ${quote(text)}: expected SERVICE=REFERENCE, e.g. web=web:ci`);
}

/**
 * A loaded policy in which these services use these images. What their Dockerfiles say is left out, as the images may come from
 * elsewhere. Throws UsageError for a service that the policy lacks, and for one that is given two images.
 */
export function withGivenImages(loaded: Loaded, images: readonly GivenImage[]): Loaded {
  if (images.length === 0 || loaded.services.length === 0) return loaded;
  const names = images.map(({ service }) => service);
  refuseUnknownServices(loaded, names);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UsageError(`service "${twice}" is given two images. Give it one.`);
  return {
    ...loaded,
    services: loaded.services.map((part) => withImage(part, images)),
  };
}

function withImage(part: LoadedService, images: readonly GivenImage[]): LoadedService {
  const given = images.find(({ service }) => service === part.service.name);
  if (given === undefined) return part;
  const { image: replaced } = part.service;
  const service = { ...part.service, image: { kind: 'image' as const, reference: given.reference } };
  return { ...part, service, dockerfile: null, replaced };
}
