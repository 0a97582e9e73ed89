import type { Capability } from '../capability/names.js';
import { CVES } from './cve.generated.js';

/** A kernel vulnerability and the calls its exploit needs: it is out of reach when all of them are refused. */
export interface Cve {
  readonly id: string;
  readonly syscalls: readonly string[];
  /** What the exploit passes as first argument of its only call; `null` when any will do. */
  readonly firstArgument: number | null;
  /** Capabilities it needs besides, where the sources name one. */
  readonly capabilities: readonly Capability[];
  /** The source's condition in its own words; empty when there is none. */
  readonly note: string;
}

/** Every known row, by year and number. Sources are in data/cve-syscalls.csv, row by row. */
export function allCves(): readonly Cve[] {
  return CVES;
}

/** The rows whose exploit needs this call. */
export function cvesOfSyscall(name: string): readonly Cve[] {
  return CVES.filter(({ syscalls }) => syscalls.includes(name));
}

/** The rows whose sources name this capability. */
export function cvesOfCapability(name: Capability): readonly Cve[] {
  return CVES.filter(({ capabilities }) => capabilities.includes(name));
}
