import type { ContainerCreateOptions } from 'dockerode';
import { grantedCapabilities } from '../../core/capability/grant.js';
import { CAPABILITIES } from '../../core/capability/names.js';
import type { ContainerSpec } from '../../ports.js';
import { ask } from './ask.js';
import { assertCreatedConfined } from './assert-confined.js';
import type { Client } from './client.js';
import { apartInCache } from './crun-cache.js';
import { inDockerForm } from './podman-inspect.js';
import { podmanSpec } from './podman-spec.js';
import type { Podman } from './podman.js';
import { withProfileFile } from './profile-file.js';

/** Creates a container by Podman's own API and gives its id. */
export async function createOnPodman(
  { endpoint }: Client,
  { podman, spec, patience }: { readonly podman: Podman; readonly spec: ContainerSpec; readonly patience: number },
): Promise<string> {
  const { seccomp } = spec.confinement;
  const create = async (profile: string | null): Promise<string> => {
    const question = { doing: `create container ${spec.name}`, patience };
    const { id } = await ask(endpoint, question, (abortSignal) => {
      // The client library sends what is under `_body`, and everything in the address where there is none.
      const options: Pick<ContainerCreateOptions, 'abortSignal'> & Record<'_query' | '_body', object> = {
        _query: {},
        _body: podmanSpec(spec, profile),
        abortSignal,
      };
      return podman.api.createContainer(options);
    });
    return id;
  };
  switch (seccomp.kind) {
    case 'default':
      return create(null);
    case 'unconfined':
      return create('unconfined');
    case 'profile':
      return withProfileFile({ endpoint, rootless: podman.rootless }, profileFor(podman, seccomp.json), create);
  }
}

function profileFor({ runtime }: Podman, json: string): string {
  return runtime.name === 'crun' ? apartInCache(json) : json;
}

/** Checks what Podman says it created. Throws as `assertCreatedConfined` does. */
export async function assertCreatedOnPodman(
  { endpoint }: Client,
  { podman, spec, id }: { readonly podman: Podman; readonly spec: ContainerSpec; readonly id: string },
): Promise<void> {
  const inspected: unknown = await ask(endpoint, { doing: 'inspect a container' }, (abortSignal) =>
    podman.api.getContainer(id).inspect({ abortSignal }),
  );
  const engine = { allCapabilities: CAPABILITIES, usualCapabilities: podman.defaultCapabilities };
  const { bounding } = grantedCapabilities({ ...spec.confinement, user: spec.user }, engine);
  assertCreatedConfined(inDockerForm(inspected, spec, bounding), spec);
}
