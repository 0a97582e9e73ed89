import { describe, expect, test } from '@jest/globals';
import { createProber } from '../../../src/adapters/probe/prober.js';
import { EnvironmentError } from '../../../src/core/errors.js';

/** No process has this pid. https://man7.org/linux/man-pages/man5/proc_sys_kernel.5.html (pid_max) */
const NO_PID = 2 ** 22 + 1;

describe('the way to a container', () => {
  test('is told to be missing when the container is nowhere', async () => {
    const startContainer = (): Promise<never> =>
      Promise.reject(new EnvironmentError('the engine fails to import', 'Run again.'));
    const prober = createProber({ script: '/nonexistent', lifetime: 1000, startContainer });
    const place = { network: 'f'.repeat(64), address: '192.0.2.1', labels: {} };
    const opening = prober.open({ container: 'a'.repeat(64), pid: NO_PID, ...place });
    await expect(opening).rejects.toThrow(EnvironmentError);
    await expect(opening).rejects.toThrow(
      `there is no way to the container's address: this machine's /proc does not show process ${NO_PID} as the container's; its network namespace cannot be entered: `,
    );
    await expect(opening).rejects.toThrow(/; and no container of ours can share it: the engine fails to import$/);
  });
});
