import type { World } from '../ports.js';
import type { Cleanup } from './cleanup.js';
import type { Networks } from './networks.js';

/** What every part of one run shares. */
export interface Stage {
  readonly world: World;
  readonly run: RunIdentity;
  readonly cleanup: Cleanup;
  /** Aborts when the run is cancelled or out of time. */
  readonly signal: AbortSignal;
  /** Where its exercises get their networks from; absent: each gets a new one. */
  readonly networks?: Networks;
}

export interface RunIdentity {
  /** Opaque, unique on the machine. */
  readonly id: string;
  /** Milliseconds since 1970: when whatever is still there may be removed by anybody. */
  readonly expires: number;
}

/** The label that every container, network, volume and image of ours carries, with the run's id as its value. */
export const RUN_LABEL = 'tightfit.run';

const EXPIRES_LABEL = 'tightfit.expires';
const OWNER_LABEL = 'tightfit.owner';

/** Labels for something that this run makes. */
export function labelsOf({ world, run }: Stage): Readonly<Record<string, string>> {
  return {
    [RUN_LABEL]: run.id,
    [EXPIRES_LABEL]: String(Math.ceil(run.expires / 1000)),
    [OWNER_LABEL]: `${world.host.owner.pid}@${world.host.owner.bootId}`,
  };
}

/** When something with these labels expires, in milliseconds since 1970; at once when it does not say. */
export function expiryOf(labels: Readonly<Record<string, string>>): number {
  const seconds = Number(labels[EXPIRES_LABEL]);
  return Number.isFinite(seconds) ? seconds * 1000 : 0;
}

/** The process that made something with these labels; `null` when it does not say. */
export function ownerOf(labels: Readonly<Record<string, string>>): { pid: number; bootId: string } | null {
  const [pid, bootId] = (labels[OWNER_LABEL] ?? '').split('@');
  if (pid === undefined || bootId === undefined || !/^\d+$/.test(pid)) return null;
  return { pid: Number(pid), bootId };
}
