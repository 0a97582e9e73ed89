import type { ProcessFacts } from '../core/smoke/outcome.js';
import type { World } from '../ports.js';

/** Keeps every distinct privilege that any process of a container was seen with. */
export interface Observer {
  look(): Promise<void>;
  /** Keeps looking until the signal aborts, the first time after a while. */
  watch(signal: AbortSignal): Promise<void>;
  /** `null` when the host's /proc does not show this container. */
  seen(): readonly ProcessFacts[] | null;
}

/** Milliseconds between two looks: short enough to see a process that serves one connection. */
const INTERVAL = 150;

/** Observes the processes of the container whose init has this host pid. */
export function observeProcesses({ host, clock }: World, container: string, initPid: number): Observer {
  const found = new Map<string, ProcessFacts>();
  let visible = false;
  const look = async (): Promise<void> => {
    const processes = await host.processes(container, initPid);
    visible ||= processes !== null;
    for (const facts of processes ?? []) {
      const key = privilegeKey(facts);
      if (!found.has(key)) found.set(key, facts);
    }
  };
  const watch = async (signal: AbortSignal): Promise<void> => {
    for (;;) {
      await clock.sleep(INTERVAL, signal).catch(() => undefined);
      if (signal.aborted) return;
      await look();
    }
  };
  return { look, watch, seen: () => (visible ? [...found.values()] : null) };
}

function privilegeKey(facts: ProcessFacts): string {
  return JSON.stringify({ ...facts, pid: null });
}
