import { describe, expect, it } from '@jest/globals';
import { profileNotLoaded } from '../../../src/core/fit/profile-not-loaded.js';
import { exercise } from '../../support/sample-results.js';
import { failedAt, STEPS } from '../../support/sample-fit.js';
import { sampleService } from '../../support/sample-service.js';

/** Said by Docker 26.1.5 with runc 1.1.15 on Linux 6.12. */
const RUNC =
  'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: unable to apply apparmor profile: apparmor failed to apply profile: write /proc/self/attr/apparmor/exec: no such file or directory: unknown';
const PODMAN = 'AppArmor profile "nosuch" specified but not loaded';
const NAMED = sampleService({ run: { appArmor: { kind: 'profile', name: 'nosuch' } } });

function refused(error: string): ReturnType<typeof exercise> {
  const end = { exitCode: null, oomKilled: false, restarts: 0, error };
  return exercise({ works: false, steps: failedAt('start'), end });
}

describe('a start that failed', () => {
  it.each([RUNC, PODMAN])('for want of the profile: %s', (words) => {
    expect(profileNotLoaded(NAMED, refused(words))).toMatchObject({
      rule: 'security-label-not-in-force',
      message:
        "the AppArmor profile nosuch is not loaded on the engine's machine, so the container could not be started",
    });
  });

  it('for another reason is not that', () => {
    const words = 'OCI runtime create failed: exec: "nosuch": executable file not found in $PATH';
    expect(profileNotLoaded(NAMED, refused(words))).toBeNull();
  });

  it('of a service that names no profile is not that', () => {
    expect(profileNotLoaded(sampleService(), refused(RUNC))).toBeNull();
  });
});

it('a start that did not fail is not that', () => {
  expect(profileNotLoaded(NAMED, exercise({ steps: STEPS }))).toBeNull();
});
