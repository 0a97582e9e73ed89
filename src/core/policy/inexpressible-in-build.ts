import type { Inexpressible } from './inexpressible.js';

/** What is known of a key of Compose's `build` that a policy leaves out on purpose; `null` for any other key. */
export function inexpressibleInBuild(key: string): Inexpressible | null {
  return Object.hasOwn(REASONS, key) ? (REASONS[key] ?? null) : null;
}

const SECRET = 'Use secrets, with a token or key made for this build.';
const BEFORE = 'Build the image in an earlier step and give it with --image or the input images.';

/** https://github.com/compose-spec/compose-spec/blob/main/build.md */
const REASONS: Readonly<Record<string, Inexpressible>> = {
  ssh: {
    reason: 'an SSH agent signs whatever the build asks it to, for every host that its keys open',
    advice: SECRET,
  },
  privileged: { reason: 'the build would have the rights of the machine', advice: 'Remove it.' },
  entitlements: { reason: 'the build would have rights of the machine', advice: 'Remove it.' },
  extra_hosts: { reason: 'a build finds hosts by their names alone', advice: 'Remove it.' },
  additional_contexts: { reason: 'everything a build uses is in its context', advice: BEFORE },
  dockerfile_inline: { reason: 'findings are about lines of a Dockerfile', advice: 'Write it to a file.' },
  platforms: { reason: "a service runs on the engine's own platform", advice: 'Remove it.' },
  tags: { reason: 'a run knows its images by their ids', advice: 'Remove it.' },
  labels: { reason: 'a run labels what it makes itself', advice: 'Use LABEL in the Dockerfile.' },
};
