import { describe, expect, test } from '@jest/globals';
import { judgedMachine } from '../../src/app/judged-machine.js';
import { CAPABILITIES } from '../../src/core/capability/names.js';
import { FAKE_ENGINE } from '../support/fake-world.js';

describe('the machine of a Podman', () => {
  const machine = judgedMachine({
    ...FAKE_ENGINE,
    name: 'Podman',
    version: '5.4.2',
    defaultCapabilities: ['CHOWN', 'SETUID'],
  });

  test('has the capabilities that it gives by default, and gives another user what is added', () => {
    expect(machine).toMatchObject({ usualCapabilities: ['CHOWN', 'SETUID'], addedAreAmbient: true });
  });

  test('is not taken for a Docker of that version', () => {
    expect(machine).toMatchObject({ allCapabilities: CAPABILITIES, dropsDefaultErrno: false });
    expect(machine.engine).toEqual({ product: 'Podman', major: 5, minor: 4, patch: 2 });
  });
});
