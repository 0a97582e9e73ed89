import type { LintContext, LintRule, Observation } from '../rule.js';

export const BASE_NOT_PINNED: LintRule = { id: 'base-not-pinned', check: baseNotPinned };

function baseNotPinned({ dockerfile }: LintContext): readonly Observation[] {
  const base = dockerfile?.base.value ?? null;
  if (dockerfile === null || base === null || base === 'scratch' || base.includes('@sha256:')) return [];
  return [
    {
      message: `the base image ${base} is named by a tag, which can come to mean another image: what was judged here need not be what is built later`,
      advice: `Name it with its digest, ${base}@sha256:…, which \`docker image inspect\` shows under RepoDigests.`,
      location: dockerfile.base.location,
    },
  ];
}
