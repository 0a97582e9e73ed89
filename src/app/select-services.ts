import { UsageError } from '../core/errors.js';
import { suggest } from '../core/suggest.js';
import type { Loaded } from './load.js';

/** A loaded policy with only the services of these names; all of them when none is named. Throws UsageError for a name it lacks. */
export function selectServices(loaded: Loaded, names: readonly string[]): Loaded {
  if (names.length === 0 || loaded.services.length === 0) return loaded;
  refuseUnknownServices(loaded, names);
  return onlyServices(loaded, names);
}

/** Throws UsageError for a name that the policy has no service of. */
export function refuseUnknownServices(loaded: Loaded, names: readonly string[]): void {
  const known = loaded.services.map(({ service }) => service.name);
  for (const name of names) {
    if (!known.includes(name)) throw unknownService(name, known, loaded.file);
  }
}

/** A loaded policy with only the services of these names, and what was found about them or about all. */
export function onlyServices(loaded: Loaded, names: readonly string[]): Loaded {
  const findings = loaded.findings.filter(({ service }) => service === null || names.includes(service));
  return {
    ...loaded,
    services: loaded.services.filter(({ service }) => names.includes(service.name)),
    findings,
    count: loaded.count - (loaded.findings.length - findings.length),
  };
}

function unknownService(name: string, known: readonly string[], file: string): UsageError {
  const near = suggest(name, known);
  const hint = near === null ? `It has ${known.join(', ')}.` : `Did you mean ${near}?`;
  return new UsageError(`${file} has no service "${name}". ${hint}`);
}
