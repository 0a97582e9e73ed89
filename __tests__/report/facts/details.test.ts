import { describe, expect, test } from '@jest/globals';
import { detailsOf } from '../../../src/report/facts/details.js';
import { exercise, service } from '../../support/sample-results.js';

/** What the kernel says of a process under Docker's and under Podman's default capabilities. */
const DOCKER = '00000000a80425fb';
const PODMAN = '00000000800405fb';

function withheld(capBnd: string | null): string | undefined {
  const [first] = exercise().processes ?? [];
  const processes = capBnd === null || first === undefined ? null : [{ ...first, capBnd }];
  const { capabilities } = service();
  const broken = service({
    declared: exercise({ works: false }),
    control: exercise({ processes }),
    capabilities: { ...capabilities, bounding: ['CHOWN'] },
  });
  return detailsOf(broken, null).find(({ label }) => label === 'Withheld')?.text;
}

describe('what is withheld of the default of the engine', () => {
  test('is what this engine grants', () => {
    expect(withheld(DOCKER)).toMatch(/^of the engine's default: DAC_OVERRIDE, .*NET_RAW, SYS_CHROOT, MKNOD/);
    expect(withheld(PODMAN)).toBe(
      "of the engine's default: DAC_OVERRIDE, FOWNER, FSETID, KILL, SETGID, SETUID, SETPCAP, NET_BIND_SERVICE, SYS_CHROOT and SETFCAP",
    );
  });

  test('is not told where it was not seen', () => {
    expect(withheld(null)).toBeUndefined();
  });
});
