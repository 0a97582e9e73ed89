import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';

/** Where tracefs has been since Linux 4.1, and where older set-ups have it. */
const PLACES = ['/sys/kernel/tracing', '/sys/kernel/debug/tracing'] as const;
const SYSTEM_PATH = '/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * The folder of tracefs; mounts it when it is not. Throws EnvironmentError when the kernel has none or it must not be mounted.
 * Source: https://docs.kernel.org/trace/ftrace.html#the-file-system
 */
export function mountedTracefs(): string {
  const found = PLACES.find((place) => existsSync(join(place, 'instances')));
  if (found !== undefined) return found;
  const [place] = PLACES;
  const failure = mount(place);
  if (existsSync(join(place, 'instances'))) return place;
  throw new EnvironmentError(
    `tracefs is not at ${place} and cannot be mounted there: ${failure}`,
    'Run on a Linux machine whose kernel has CONFIG_FTRACE, not inside a container without it.',
  );
}

function mount(place: string): string {
  try {
    const options = { env: { PATH: SYSTEM_PATH }, stdio: 'pipe', timeout: 10_000 } as const;
    execFileSync('mount', ['-t', 'tracefs', 'nodev', place], options);
    return 'it stays empty';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
