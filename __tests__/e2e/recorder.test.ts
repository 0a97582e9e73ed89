import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ENGINE_DEFAULTS } from '../../src/app/engine-defaults.js';
import { tracefsRecorder } from '../../src/adapters/tracefs/recorder.js';
import { DOCKER_DEFAULT_CAPABILITIES, type Capability } from '../../src/core/capability/names.js';
import { exercisedCapabilities } from '../../src/core/trace/exercised.js';
import type { KernelRecord } from '../../src/core/trace/record.js';
import type { ContainerConfinement, ContainerSpec, Recorder, Recording } from '../../src/ports.js';
import { engineFixture } from '../support/engine-fixture.js';
import { callsIn, makeGate, recorderLab } from '../support/recorder-lab.js';

const lab = recorderLab();
const { engine, create, shell } = engineFixture();
let recorder: Recorder;

beforeAll(() => {
  recorder = tracefsRecorder({ script: lab.script, lifetime: 170_000 });
});

afterAll(() => recorder.close());

/** Everything is allowed but these calls. */
function denying(names: readonly string[], action: string): ContainerConfinement {
  const json = JSON.stringify({ defaultAction: 'SCMP_ACT_ALLOW', syscalls: [{ names, action }] });
  return { ...ENGINE_DEFAULTS, seccomp: { kind: 'profile', json }, noNewPrivileges: true, readOnly: true };
}

async function begin(): Promise<Recording> {
  const start = await recorder.begin({ local: true, narrowed: [], watched: [] });
  if ('unavailable' in start) throw new TypeError(start.unavailable.reason);
  return start.recording;
}

interface Started {
  readonly container: string;
  readonly pid: number;
  readonly recording: Recording;
}

async function start(options: Partial<ContainerSpec>): Promise<Started> {
  const recording = await begin();
  const container = await create(options);
  await recording.follow(container, 0);
  expect(await engine.start(container)).toEqual({ started: true });
  const { pid } = await engine.inspect(container);
  await recording.follow(container, pid);
  return { container, pid, recording };
}

async function ended({ container, recording }: Started): Promise<KernelRecord> {
  await engine.ended(container, AbortSignal.timeout(60_000));
  return recording.end();
}

describe('the record of a container', () => {
  it('agrees with strace on what a program does and is refused', async () => {
    const gate = makeGate(lab, 'gate');
    const started = await start({
      command: ['/lab/deeds', '/lab/gate', 'agree'],
      binds: [{ source: lab.folder, target: '/lab', readOnly: true }],
      confinement: denying(['chmod', 'mkdir'], 'SCMP_ACT_ERRNO'),
    });
    await started.recording.mark('agree');
    const log = join(lab.folder, 'strace');
    const strace = spawn('strace', ['-f', '-o', log, '-p', String(started.pid)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const straced = new Promise((resolve) => strace.once('close', resolve));
    await new Promise((resolve) => strace.stderr.once('data', resolve));
    gate.open();
    const record = await ended(started);
    await straced;
    const seen = [...readFileSync(log, 'utf8').matchAll(/^\d+ +(?:<\.\.\. )?(\w+)(?:\(| resumed)/gm)].map(
      ([, name]) => name,
    );
    const used = record.used.filter(({ phase, lastStep }) => phase === 'service' && lastStep === 'agree');
    const refused = record.refused.map(({ syscall }) => syscall);
    expect(record.completeness).toEqual({ complete: true, reasons: [] });
    expect([...new Set([...used.map(({ syscall }) => syscall), ...refused])].sort()).toEqual([...new Set(seen)].sort());
    expect(refused.sort()).toEqual(['chmod', 'mkdir']);
    expect(new Set(seen).size).toBeGreaterThan(25);
  });

  it.each([
    ['SCMP_ACT_ERRNO', { kind: 'errno', errno: 1 }],
    ['SCMP_ACT_TRAP', { kind: 'signal', survived: false }],
    ['SCMP_ACT_KILL', { kind: 'signal', survived: false }],
    ['SCMP_ACT_KILL_PROCESS', { kind: 'signal', survived: false }],
  ])('names a call refused with %s, however short the container lives', async (action, answer) => {
    const confinement = denying(['chmod', 'fchmodat', 'fchmodat2'], action);
    const record = await ended(await start({ command: ['chmod', '400', '/etc/hostname'], confinement }));
    expect(record.completeness).toEqual({ complete: true, reasons: [] });
    expect(record.refused).toEqual([
      expect.objectContaining({
        syscall: 'fchmodat',
        program: 'chmod',
        phase: 'service',
        answer,
        count: 1,
        firstStep: 'start',
      }),
    ]);
  });

  it("keeps the tester's own processes apart", async () => {
    const started = await start({ command: ['sleep', '100'] });
    await started.recording.mark('exec');
    await shell(started.container, 'id; touch /nowhere');
    await engine.stop(started.container, 0);
    const record = await ended(started);
    expect(new Set(record.used.map(({ phase, program }) => `${phase} ${program}`))).toEqual(
      new Set(['runtime runc', 'service sleep', 'exec runc', 'exec sh', 'exec id', 'exec touch']),
    );
    expect(callsIn(record, 'exec')).toContain('vfork');
    expect(callsIn(record, 'service')).not.toContain('vfork');
  });

  it('tells in which step something was done first and last, and with which arguments', async () => {
    const script =
      'sleep 0.1; echo slept; read line < /lab/gate2; id > /dev/null; read line < /lab/gate3; id > /dev/null';
    const [second, third] = [makeGate(lab, 'gate2'), makeGate(lab, 'gate3')];
    const binds = [{ source: lab.folder, target: '/lab', readOnly: true }];
    const started = await start({ command: ['sh', '-c', script], binds });
    while (!(await engine.logs(started.container, 100)).stdout.includes('slept')) await sleep(20);
    await started.recording.mark('second');
    second.open();
    await started.recording.mark('third');
    third.open();
    const record = await ended(started);
    const row = (program: string, syscall: string): unknown =>
      record.used.find((use) => use.phase === 'service' && use.program === program && use.syscall === syscall);
    expect(row('sleep', 'clock_nanosleep')).toMatchObject({ firstStep: 'start', lastStep: 'start', count: 1 });
    expect(row('id', 'getgroups')).toMatchObject({ lastStep: 'third' });
    const sockets = record.facts.filter(({ syscall, phase }) => syscall === 'socket' && phase === 'service');
    expect(sockets).toMatchObject([{ argument: 0, values: [{ value: 1 }], complete: true }]);
  });

  it('tells which capabilities the kernel asked for', async () => {
    const started = await start({
      command: ['sh', '-c', 'touch /tmp/f; chown 1:1 /tmp/f; setpriv --reuid=1 --clear-groups true'],
      tmpfs: [{ path: '/tmp', options: '' }],
      confinement: { ...ENGINE_DEFAULTS, capDrop: ['CHOWN'], noNewPrivileges: true, readOnly: true },
    });
    const record = await ended(started);
    const held = new Set<Capability>(DOCKER_DEFAULT_CAPABILITIES.filter((name) => name !== 'CHOWN'));
    const asked = exercisedCapabilities(record, held).map(
      ({ program, capability, outcome }) => `${program} ${capability} ${outcome}`,
    );
    expect(record.capabilitySource).not.toBe('none');
    expect(asked).toEqual(
      expect.arrayContaining(['chown CHOWN refused', 'setpriv SETUID granted', 'setpriv SETGID granted']),
    );
    expect(asked.filter((text) => text.endsWith('granted') && !/ SET(UID|GID|PCAP) /.test(text))).toEqual([]);
  });
});
