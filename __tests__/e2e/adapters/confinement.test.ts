import { mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ContainerSpec } from '../../../src/ports.js';
import { containerSpec } from '../../support/container-spec.js';
import { engineFixture } from '../../support/engine-fixture.js';

const { engine, host, run, runToEnd, shell } = engineFixture();
const { confinement, limits } = containerSpec();

const confined = (changes: Partial<ContainerSpec['confinement']>): Partial<ContainerSpec> => ({
  confinement: { ...confinement, ...changes },
});
const sh = (script: string): Partial<ContainerSpec> => ({ command: ['/bin/sh', '-c', script] });

describe('the root file system', () => {
  test('cannot be written when it is read-only, except for its tmpfs and volumes', async () => {
    const container = await run({ tmpfs: [{ path: '/run', options: '' }], anonymousVolumes: ['/data'] });
    const denied = await shell(container, 'echo x > /file');
    expect(denied.output.stderr).toContain('Read-only file system');
    expect(denied.exitCode).not.toBe(0);
    const allowed = await shell(container, 'echo x > /run/file && echo y > /data/file && cat /run/file /data/file');
    expect(allowed).toMatchObject({ exitCode: 0, output: { stdout: 'x\ny\n' } });
  });

  test('can be written when it is not', async () => {
    const container = await run(confined({ readOnly: false }));
    expect(await shell(container, 'echo x > /tmp/file && cat /tmp/file')).toMatchObject({ exitCode: 0 });
  });

  test('limits a tmpfs to the size that is asked for', async () => {
    const container = await run({ tmpfs: [{ path: '/run', options: 'size=1m' }] });
    const { output } = await shell(container, 'head -c 2097152 /dev/zero > /run/file');
    expect(output.stderr).toContain('No space left on device');
  });

  test('shares a folder of the host, and lets nobody write it when it is read-only', async () => {
    const source = mkdtempSync(join(tmpdir(), 'tightfit-share-'));
    try {
      writeFileSync(join(source, 'file'), 'from the host');
      const binds = [
        { source, target: '/fixed', readOnly: true },
        { source, target: '/open', readOnly: false },
      ];
      const container = await run({ binds, ...confined({ capAdd: ['DAC_OVERRIDE'] }) });
      expect((await shell(container, 'cat /fixed/file')).output.stdout).toBe('from the host');
      expect((await shell(container, 'echo x > /fixed/file')).output.stderr).toContain('Read-only file system');
      expect(await shell(container, 'echo -n changed > /open/file')).toMatchObject({ exitCode: 0 });
      expect(readFileSync(join(source, 'file'), 'utf8')).toBe('changed');
    } finally {
      rmSync(source, { recursive: true });
    }
  });
});

describe('limits', () => {
  test('refuse to fork beyond the number of processes', async () => {
    const forks = 'for i in 1 2 3 4 5 6 7 8 9 10; do sleep 30 & done; wait';
    const { output } = await runToEnd({ ...sh(forks), limits: { ...limits, pids: 5 } });
    expect(output.stderr).toMatch(/[Cc]annot fork/);
  });

  test('kill a container that takes more memory', async () => {
    const container = await run({
      ...sh('x=$(head -c 200000000 /dev/zero | tr "\\0" x); echo survived'),
      limits: { ...limits, memory: 32 * 1024 * 1024 },
    });
    await engine.ended(container, AbortSignal.timeout(60_000));
    expect((await engine.logs(container, 1000)).stdout).not.toContain('survived');
    expect((await engine.inspect(container)).oomKilled).toBe(true);
  });

  test('bound the open files, as asked or by themselves', async () => {
    const asked = { ...limits, ulimits: [{ name: 'nofile', soft: 64, hard: 128 }] };
    const bounded = await runToEnd({ ...sh('ulimit -Sn; ulimit -Hn'), limits: asked });
    expect(bounded.output.stdout).toBe('64\n128\n');
    expect((await runToEnd(sh('ulimit -Hn'))).output.stdout).toBe('16384\n');
  });

  test('make the kernel choose the container when memory runs out', async () => {
    expect((await runToEnd(sh('cat /proc/self/oom_score_adj'))).output.stdout).toBe('500\n');
  });
});

describe('privileges', () => {
  test('no new ones when they are forbidden', async () => {
    const status = sh('grep NoNewPrivs /proc/self/status');
    expect((await runToEnd(status)).output.stdout).toMatch(/NoNewPrivs:\s1/);
    const open = await runToEnd({ ...status, ...confined({ noNewPrivileges: false }) });
    expect(open.output.stdout).toMatch(/NoNewPrivs:\s0/);
  });

  test.each([
    [{ capDrop: ['ALL'], capAdd: [] }, '0000000000000000', '0000000000000000'],
    [{ capDrop: ['ALL'], capAdd: ['SETGID', 'SETUID'] }, '00000000000000c0', '00000000000000c0'],
    [{ capDrop: ['NET_RAW'], capAdd: [] }, '00000000a80405fb', '00000000800405fb'],
    [{ capDrop: [], capAdd: ['SYS_TIME'] }, '00000000aa0425fb', '00000000820405fb'],
  ] as const)('are those of %j', async (capabilities, onDocker, onPodman) => {
    const mask = (await engine.describe()).name === 'Podman' ? onPodman : onDocker;
    const { output } = await runToEnd({
      ...sh('grep -E "^Cap(Eff|Bnd)" /proc/self/status'),
      ...confined(capabilities),
    });
    expect(output.stdout.match(/[0-9a-f]{16}/g)).toEqual([mask, mask]);
  });

  test('belong to the user and the groups that are asked for', async () => {
    const { output } = await runToEnd({ ...sh('id -u; id -g; id -G'), user: '33:5', groupAdd: ['27'] });
    expect(output.stdout).toBe('33\n5\n5 27\n');
  });
});

describe('seccomp', () => {
  const denyChmod = (errno: string): Partial<ContainerSpec> =>
    confined({
      readOnly: false,
      seccomp: {
        kind: 'profile',
        json: `{
          "defaultAction": "SCMP_ACT_ALLOW",
          "syscalls": [{ "names": ["chmod", "fchmodat", "fchmodat2"], "action": "SCMP_ACT_ERRNO"${errno} }]
        }`,
      },
    });
  const chmod = sh('chmod 400 /etc/hostname; grep Seccomp: /proc/self/status');

  test('refuses what a profile refuses', async () => {
    const { output } = await runToEnd({ ...chmod, ...denyChmod('') });
    expect(output.stderr).toContain('Operation not permitted');
    expect(output.stdout).toMatch(/Seccomp:\s2/);
  });

  test('refuses it with the errno of the profile', async () => {
    const { output } = await runToEnd({ ...chmod, ...denyChmod(', "errnoRet": 28') });
    expect(output.stderr).toContain('No space left on device');
  });

  test('is that of each profile, also of two that differ in an error number only', async () => {
    const errors: string[] = [];
    for (const errno of [28, 99, 28]) {
      errors.push((await runToEnd({ ...chmod, ...denyChmod(`, "errnoRet": ${errno}`) })).output.stderr);
    }
    expect(errors).toEqual([
      expect.stringContaining('No space left on device'),
      expect.stringContaining('Cannot assign requested address'),
      expect.stringContaining('No space left on device'),
    ]);
  });

  test('is the engine default unless said otherwise', async () => {
    const mounts = sh('unshare --mount true; grep Seccomp: /proc/self/status');
    const { output } = await runToEnd({ ...mounts, ...confined({ noNewPrivileges: false, readOnly: false }) });
    expect(output.stderr).toContain('Operation not permitted');
    expect(output.stdout).toMatch(/Seccomp:\s2/);
  });

  test('is off when it is unconfined', async () => {
    const { output } = await runToEnd({ ...chmod, ...confined({ readOnly: false, seccomp: { kind: 'unconfined' } }) });
    expect(output.stdout).toMatch(/Seccomp:\s0/);
  });
});

describe('isolation', () => {
  test('gives every container namespaces of its own', async () => {
    const { pid } = await engine.inspect(await run({}));
    const names = ['cgroup', 'ipc', 'mnt', 'net', 'pid', 'uts'];
    const shared = names.filter(
      (name) => readlinkSync(`/proc/${pid}/ns/${name}`) === readlinkSync(`/proc/self/ns/${name}`),
    );
    expect(shared).toEqual([]);
  });

  test('gives it an address and no socket of an engine', async () => {
    const container = await run({});
    const { address } = await engine.inspect(container);
    expect(address).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    const { exitCode } = await shell(container, 'test ! -e /var/run/docker.sock && test ! -e /run/docker.sock');
    expect(exitCode).toBe(0);
  });

  test('sets the sysctls that are asked for', async () => {
    const { output } = await runToEnd({
      ...sh('cat /proc/sys/net/ipv4/ip_unprivileged_port_start'),
      sysctls: { 'net.ipv4.ip_unprivileged_port_start': '1024' },
    });
    expect(output.stdout).toBe('1024\n');
  });

  test('runs an init of its own when it is asked for', async () => {
    const container = await run({ init: true });
    const { pid } = await engine.inspect(container);
    const processes = await host.processes(container, pid);
    const init = (await engine.describe()).name === 'Podman' ? 'podman-init' : 'docker-init';
    expect(processes?.map(({ lineage }) => lineage)).toEqual([init, `${init} > sleep`]);
  });
});
