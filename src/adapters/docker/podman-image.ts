import { entriesAt, fieldAt, textAt } from './field.js';

/**
 * What Podman's own API says of an image, in the form of Docker's. Its Docker API leaves the health check out, and takes a short
 * name for one of Docker Hub where an image of that name was built here.
 * https://github.com/containers/podman/blob/v5.4.2/pkg/api/handlers/compat/images.go
 */
export function imageInDockerForm(inspected: unknown): unknown {
  const id = textAt(inspected, 'Id');
  return {
    ...Object.fromEntries(entriesAt(inspected)),
    Id: id.startsWith('sha256:') ? id : `sha256:${id}`,
    Config: { ...Object.fromEntries(entriesAt(inspected, 'Config')), Healthcheck: fieldAt(inspected, 'Healthcheck') },
  };
}
