import type { DraftSubject } from '../../core/init/static-draft.js';
import type { LazyRoute } from '../lazy-route.js';
import type { Bench } from './bench.js';

/** A service that runs, and what is known of it. */
export interface RunningService {
  readonly bench: Bench;
  readonly subject: DraftSubject;
  readonly container: string;
  readonly route: LazyRoute;
}

/** Milliseconds between two looks, and for how long nothing may change before a service counts as started. */
const PAUSE = 200;
const QUIET = 1000;

/** The longest to wait for a service that exposes ports, and for one that does not, in milliseconds. */
const LONGEST = 30_000;
const LONGEST_WITHOUT_PORTS = 5000;

/** Waits until a service listens and opens no further port for a while. Gives its TCP ports, sorted; none when it never listens. */
export async function settledPorts(running: RunningService): Promise<readonly number[]> {
  const { bench, subject, container } = running;
  const { engine, clock } = bench.stage.world;
  const began = clock.now();
  const longest = subject.facts.ports.length === 0 ? LONGEST_WITHOUT_PORTS : LONGEST;
  let ports: readonly number[] = [];
  let since = began;
  for (;;) {
    if (!(await engine.inspect(container)).running) return ports;
    const found = await openPorts(running);
    if (found.join() !== ports.join()) since = clock.now();
    ports = found;
    const now = clock.now();
    if ((ports.length > 0 && now - since >= QUIET) || now - began >= longest) return ports;
    await clock.sleep(PAUSE, bench.stage.signal);
  }
}

/** As /proc tells; where it does not show the container, those of the exposed ports that accept a connection. */
async function openPorts({ bench, subject, container, route }: RunningService): Promise<readonly number[]> {
  const { engine, host } = bench.stage.world;
  const { pid } = await engine.inspect(container);
  const usage = await host.usage(container, pid);
  if (usage !== null) return usage.listening;
  const answers = await Promise.all(
    subject.facts.ports.map(async (port) => {
      const answer = await (
        await route.get()
      ).tcp({
        port,
        send: null,
        enough: () => true,
        timeout: PAUSE,
        signal: bench.stage.signal,
      });
      return answer.connected ? [port] : [];
    }),
  );
  return answers.flat();
}
