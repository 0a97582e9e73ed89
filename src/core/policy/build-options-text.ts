import type { BuildCache, BuildOptions, BuildSecret } from './policy.js';

/** A cache as buildx takes it. */
export function cacheText({ type, attributes }: BuildCache): string {
  return [['type', type] as const, ...attributes].map((pair) => pair.join('=')).join(',');
}

/** What differs from a plain build, in the words of the policy; empty when nothing does. */
export function buildOptionsText({ cacheFrom, cacheTo, builder, secrets, network }: BuildOptions): string {
  return [
    ...cacheFrom.map((cache) => `cache_from ${cacheText(cache)}`),
    ...cacheTo.map((cache) => `cache_to ${cacheText(cache)}`),
    ...(builder === null ? [] : [`builder ${builder}`]),
    ...secrets.map((secret) => `secret ${secret.id} of ${secretSource(secret)}`),
    ...(network === 'default' ? [] : [`network ${network}`]),
  ].join(', ');
}

function secretSource(secret: BuildSecret): string {
  return secret.kind === 'file' ? secret.path : `$${secret.variable}`;
}
