import { describe, expect, test } from '@jest/globals';
import type { ProcessFacts } from '../../../src/core/smoke/outcome.js';
import { containerSpec } from '../../support/container-spec.js';
import { engineFixture } from '../../support/engine-fixture.js';

const { engine, host, run, shell } = engineFixture();
const { confinement } = containerSpec();

async function processesOf(container: string): Promise<readonly ProcessFacts[] | null> {
  return host.processes(container, (await engine.inspect(container)).pid);
}

async function waitForProcesses(container: string, count: number): Promise<readonly ProcessFacts[]> {
  for (;;) {
    const processes = await processesOf(container);
    const settled = processes?.every(({ lineage }) => !lineage.includes('runc') && !lineage.endsWith('perl > perl'));
    if (processes?.length === count && settled === true) return processes;
  }
}

const lineages = (processes: readonly ProcessFacts[] | null): readonly string[] =>
  (processes ?? []).map(({ lineage }) => lineage).sort();

describe('processes', () => {
  test('are what the kernel says: ids, capabilities, no-new-privileges, seccomp', async () => {
    const container = await run({ confinement: { ...confinement, capAdd: ['SETGID', 'SETUID'] } });
    const [init, ...others] = await waitForProcesses(container, 1);
    expect(others).toEqual([]);
    expect(init).toMatchObject({
      lineage: 'sleep',
      uid: 0,
      gid: 0,
      capEff: '00000000000000c0',
      capPrm: '00000000000000c0',
      capBnd: '00000000000000c0',
      capAmb: '0000000000000000',
      noNewPrivs: true,
      seccomp: 2,
    });
  });

  test('show a process that gives its privileges up', async () => {
    const script = 'if (fork) { sleep 100 } else { $) = "5 5"; $( = 5; $< = $> = 33; exec "sleep", "100" }';
    const container = await run({
      command: ['perl', '-e', script],
      confinement: { ...confinement, capAdd: ['SETGID', 'SETUID'] },
    });
    const processes = await waitForProcesses(container, 2);
    expect(processes.map(({ lineage, uid, gid, capEff }) => ({ lineage, uid, gid, capEff }))).toEqual([
      { lineage: 'perl', uid: 0, gid: 0, capEff: '00000000000000c0' },
      { lineage: 'perl > sleep', uid: 33, gid: 5, capEff: '0000000000000000' },
    ]);
  });

  test('count a process whose parent ended, and leave out what docker exec runs', async () => {
    const container = await run({ command: ['/bin/sh', '-c', '(sleep 101 &); exec sleep 100'] });
    await waitForProcesses(container, 2);
    const controller = new AbortController();
    const command = ['sleep', '4711'];
    const exec = engine
      .exec(container, { command, user: null, limit: 10, signal: controller.signal })
      .catch(() => null);
    while (!(await shell(container, 'cat /proc/[0-9]*/cmdline')).output.stdout.includes('4711'));
    expect(lineages(await processesOf(container))).toEqual(['sleep', 'sleep > sleep']);
    controller.abort();
    expect(await exec).toBeNull();
  });

  test('are nothing for another container, and for one that has ended', async () => {
    const container = await run({});
    const { pid } = await engine.inspect(container);
    expect(await host.processes('0'.repeat(64), pid)).toBeNull();
    await engine.stop(container, 0);
    expect(await host.processes(container, pid)).toBeNull();
  });
});
