import { CAPABILITIES, parseCapability, type Capability } from '../capability/names.js';
import { quote } from '../excerpt.js';
import { suggest } from '../suggest.js';
import { mistake, type Parsed } from './mistake.js';
import type { CapabilityRequest } from './policy.js';

/** A capability as Docker reads it, or its word ALL in any case. */
export function capabilityRequest(text: string): Parsed<CapabilityRequest> {
  return text.toUpperCase() === 'ALL' ? { value: 'ALL' } : capabilityName(text);
}

/** A capability as Docker reads it: any case, with or without `CAP_`. */
export function capabilityName(text: string): Parsed<Capability> {
  const name = parseCapability(text);
  if (name !== null) return { value: name };
  const near = suggest(text.toUpperCase().replace(/^CAP_/, ''), CAPABILITIES);
  const advice = near === null ? 'Expected a name such as NET_BIND_SERVICE.' : `Did you mean ${near}?`;
  return {
    mistake: mistake(`unknown capability ${quote(text)}`, advice, { rule: 'unknown-capability', grants: [text] }),
  };
}
