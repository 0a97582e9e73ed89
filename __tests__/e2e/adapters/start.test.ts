import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { EnvironmentError } from '../../../src/core/errors.js';
import { capabilitiesOf } from '../../../src/core/capability/mask.js';
import { CAPABILITIES } from '../../../src/core/capability/names.js';
import type { ContainerSpec } from '../../../src/ports.js';
import { containerSpec } from '../../support/container-spec.js';
import { engineFixture } from '../../support/engine-fixture.js';

const { engine, create, docker } = engineFixture();
const { confinement } = containerSpec();

const withProfile = (json: string): Partial<ContainerSpec> => ({
  confinement: { ...confinement, noNewPrivileges: false, seccomp: { kind: 'profile', json } },
});

/** Podman reads a profile when it creates the container, and refuses it then. */
async function refusal(options: Partial<ContainerSpec>): Promise<string> {
  try {
    const outcome = await engine.start(await create(options));
    return outcome.started ? 'it was started' : outcome.reason;
  } catch (error) {
    if (error instanceof EnvironmentError && (await isPodman())) return error.message;
    throw error;
  }
}

async function isPodman(): Promise<boolean> {
  return (await engine.describe()).name === 'Podman';
}

describe('a start that the runtime refuses', () => {
  test.each([
    ['a profile that is no JSON', withProfile('{bad'), /seccomp/i],
    ['an action nobody knows', withProfile('{"defaultAction":"SCMP_ACT_NOPE"}'), /SCMP_ACT_NOPE/],
    [
      'an architecture nobody knows',
      withProfile(
        '{"defaultAction":"SCMP_ACT_ALLOW","architectures":["SCMP_ARCH_NOPE"],"syscalls":[{"names":["chmod"],"action":"SCMP_ACT_ERRNO"}]}',
      ),
      /(SCMP_ARCH_|`)NOPE/,
    ],
    ['a profile that denies everything', withProfile('{"defaultAction":"SCMP_ACT_ERRNO"}'), /./],
    ['a program that is not there', { command: ['/nosuch'] }, /\/nosuch.*no such file/i],
    ['a program that may not be executed', { command: ['/etc/hostname'] }, /permission denied/i],
    ['a user nobody knows', { user: 'nosuch' }, /unable to find user nosuch/],
    ['a group nobody knows', { groupAdd: ['nosuch'] }, /group nosuch/],
    ['a sysctl with a wrong value', { sysctls: { 'kernel.msgmax': 'x' } }, /msgmax/],
  ] as const)('is an outcome, in its own words: %s', async (_, options, words) => {
    expect(await refusal(options)).toMatch(words);
  });

  test('is an outcome even when the runtime hangs because the profile kills its threads', async () => {
    expect(await refusal(withProfile('{"defaultAction":"SCMP_ACT_KILL"}'))).toMatch(
      (await isPodman())
        ? /^crun: read from the init process|^the seccomp profile killed/
        : /^the seccomp profile killed a thread of the runtime.*the engine said: /,
    );
  });
});

/** Whether the container's set-up is stuck, seen as anybody would see it: in the list of processes. */
function hasDeadFirstThread(container: string): boolean {
  const dead = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && / Z /.test(textOf(`/proc/${pid}/stat`)));
  return dead.some((pid) =>
    threadsOf(pid).some((thread) => textOf(`/proc/${pid}/task/${thread}/cgroup`).includes(container)),
  );
}

function threadsOf(pid: string): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

describe('a container whose start hangs', () => {
  test('can be removed by another run', async () => {
    const container = await create(withProfile('{"defaultAction":"SCMP_ACT_KILL"}'));
    const over = new AbortController();
    const starting = docker('start', container)
      .catch(() => 'refused')
      .finally(() => {
        over.abort();
      });
    // crun does not hang.
    while (!over.signal.aborted && !hasDeadFirstThread(container)) await sleep(20);
    await engine.remove({ kind: 'container', id: container });
    expect(await starting).toBe('refused');
    expect(await docker('ps', '-aq', '--no-trunc')).not.toContain(container);
  });
});

describe('a capability', () => {
  const status = readFileSync('/proc/self/status', 'utf8');
  const held = capabilitiesOf(BigInt(`0x${/^CapBnd:\s*([0-9a-f]+)/m.exec(status)?.[1] ?? '0'}`));
  const lacking = CAPABILITIES.slice(0, CAPABILITIES.indexOf('AUDIT_READ')).filter((name) => !held.includes(name));

  test('that the machine lacks is trouble of the machine, which names it', async () => {
    const [missing = 'SYS_TIME'] = lacking;
    const outcome = await create({ confinement: { ...confinement, capAdd: [missing] } })
      .then((container) => engine.start(container))
      .catch((error: unknown) => error);
    const trouble = { name: 'EnvironmentError', message: expect.stringContaining(missing) as unknown };
    // crun leaves out what it may not grant, which is then seen in force.
    const starts = lacking.length === 0 || (await engine.describe()).runtime.name === 'crun';
    expect(outcome).toMatchObject(starts ? { started: true } : trouble);
  });

  test('that the machine has is granted', async () => {
    const container = await create({ confinement: { ...confinement, capAdd: ['SYS_TIME'] } });
    await expect(engine.start(container)).resolves.toEqual({ started: true });
  });
});

describe('a limit', () => {
  test('of memory too small for the engine is trouble that quotes it', async () => {
    const { limits } = containerSpec();
    const created = await create({ limits: { ...limits, memory: 1024 * 1024 } }).catch((error: unknown) => error);
    const trouble = {
      name: 'EnvironmentError',
      message: expect.stringMatching(/could not create container.*[Mm]inimum memory limit/) as unknown,
    };
    // Podman has no minimum.
    expect(created).toEqual((await isPodman()) ? expect.any(String) : expect.objectContaining(trouble));
  });
});
