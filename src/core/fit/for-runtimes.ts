import type { FloorNeed } from './runtime-floor.js';

/** Which calls are there for which runtimes: `fstat, statx (runc 1.3.6); write (runc 1.3.6, crun 1.28)`. Empty without any. */
export function forRuntimes(needs: readonly FloorNeed[]): string {
  const groups = new Map<string, string[]>();
  for (const { call, runtimes } of needs) {
    const names = runtimes.join(', ');
    groups.set(names, [...(groups.get(names) ?? []), call]);
  }
  return [...groups].map(([names, calls]) => `${calls.join(', ')} (${names})`).join('; ');
}
