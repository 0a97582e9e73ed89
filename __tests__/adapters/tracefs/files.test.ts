import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capabilityEvents } from '../../../src/adapters/tracefs/capability-events.js';
import { bufferSize } from '../../../src/adapters/tracefs/configure.js';
import { containerInCgroup, containerOfProcess } from '../../../src/adapters/tracefs/container-of-process.js';
import { engineProcesses } from '../../../src/adapters/tracefs/engine-processes.js';
import { countLosses } from '../../../src/adapters/tracefs/losses.js';
import { pageSizeIn } from '../../../src/adapters/tracefs/page-size.js';
import { sweepInstances } from '../../../src/adapters/tracefs/sweep.js';

const ID = 'ab'.repeat(32);
const OTHER = 'cd'.repeat(32);
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tightfit-tracefs-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

describe('the container of a process', () => {
  it.each([
    [`12:pids:/docker/${ID}\n`, ID],
    [`0::/system.slice/docker-${ID}.scope\n`, ID],
    [`0::/machine.slice/libpod-${ID}.scope/container\n`, ID],
    [`8:pids:/libpod_parent/libpod-${ID}\n`, ID],
    [`0::/machine.slice/libpod-conmon-${ID}.scope\n`, null],
    [`0::/docker/${OTHER}/docker/${ID}\n`, ID],
    ['0::/user.slice/user-1000.slice\n', null],
    [`0::/docker/${ID}0\n`, null],
    ['', null],
  ])('is named by its control group %j', (text, id) => {
    expect(containerInCgroup(text)).toBe(id);
  });

  it('is none when the process is gone', () => {
    expect(containerOfProcess(7, root)).toBeNull();
  });
});

describe("the engine's processes", () => {
  it('are those that start containers: containerd, all there are', () => {
    for (const [pid, name] of [
      ['10', 'dockerd'],
      ['20', 'containerd'],
      ['30', 'containerd'],
      ['40', 'containerd-shim'],
    ] as const) {
      write(`${pid}/comm`, `${name}\n`);
    }
    mkdirSync(join(root, '50'));
    write('self/comm', 'containerd\n');
    expect(engineProcesses(root)).toEqual([20, 30]);
  });

  it("are Podman's service too, beside containerd", () => {
    for (const [pid, name] of [
      ['10', 'dockerd'],
      ['20', 'containerd'],
      ['30', 'podman'],
    ] as const) {
      write(`${pid}/comm`, `${name}\n`);
    }
    write('40/comm', 'exe\n');
    write('40/cmdline', '/usr/bin/podman\0system\0service\0');
    write('50/comm', 'exe\n');
    write('50/cmdline', '/proc/self/exe\0--net=slirp4netns\0');
    expect(engineProcesses(root)).toEqual([20, 30, 40]);
  });

  it('are the engine itself where there is no containerd', () => {
    write('10/comm', 'podman\n');
    expect(engineProcesses(root)).toEqual([10]);
    write('10/comm', 'bash\n');
    expect(engineProcesses(root)).toEqual([]);
  });
});

describe('capability checks', () => {
  it('are seen by the tracepoint where there is one', () => {
    mkdirSync(join(root, 'events/capability/cap_capable'), { recursive: true });
    write('kprobe_events', '');
    expect(capabilityEvents(root, '1-1')).toMatchObject({
      source: 'tracepoint',
      places: [{ folder: 'capability/cap_capable' }],
    });
    expect(readFileSync(join(root, 'kprobe_events'), 'utf8')).toBe('');
  });

  it('are seen by a kprobe and its return elsewhere, and that is taken away', () => {
    write('kprobe_events', '');
    const events = capabilityEvents(root, '1-1');
    expect(events).toMatchObject({
      source: 'kprobe',
      places: [{ folder: 'tightfit_1_1/cap_enter' }, { folder: 'tightfit_1_1/cap_exit' }],
    });
    events.remove();
    expect(readFileSync(join(root, 'kprobe_events'), 'utf8').split('\n')).toEqual([
      'p:tightfit_1_1/cap_enter cap_capable target_ns=$arg2:x64 cap=$arg3:s32',
      'r:tightfit_1_1/cap_exit cap_capable ret=$retval:s32',
      '-:tightfit_1_1/cap_exit',
      '-:tightfit_1_1/cap_enter',
      '',
    ]);
  });

  it('are not seen where the kernel has neither', () => {
    expect(capabilityEvents(root, '1-1')).toMatchObject({ source: 'none', places: [] });
  });
});

describe('a sweep', () => {
  it("removes Tightfit's instances and probes, and nothing of others", async () => {
    for (const name of ['tightfit-1-1', 'perf', 'tightfi'])
      mkdirSync(join(root, 'instances', name), { recursive: true });
    write(
      'kprobe_events',
      'p:tightfit_1_1/cap_enter cap_capable a=$arg2\np:kprobes/other do_exit\nr8:tightfit_1_1/cap_exit cap_capable\n',
    );
    await sweepInstances(root);
    expect(existsSync(join(root, 'instances/tightfit-1-1'))).toBe(false);
    expect(existsSync(join(root, 'instances/perf'))).toBe(true);
    expect(existsSync(join(root, 'instances/tightfi'))).toBe(true);
    const commands = readFileSync(join(root, 'kprobe_events'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('-'));
    expect(commands).toEqual(['-:tightfit_1_1/cap_enter', '-:tightfit_1_1/cap_exit']);
  });

  it('leaves what is in use', async () => {
    write('instances/tightfit-2-1/open', '');
    await sweepInstances(root);
    expect(existsSync(join(root, 'instances/tightfit-2-1'))).toBe(true);
  });
});

describe('what the kernel says of its buffers', () => {
  it('losses are summed', () => {
    const stats =
      'entries: 5\noverrun: 3\ncommit overrun: 4\nbytes: 10\nnow ts: 1.0\ndropped events: 20\nread events: 9\n';
    expect(countLosses(stats)).toBe(27);
    expect(countLosses('')).toBe(0);
  });

  it('the size of a page is where its data ends', () => {
    expect(
      pageSizeIn(
        '\tfield: local_t commit;\toffset:8;\tsize:8;\n\tfield: char data;\toffset:16;\tsize:65520;\tsigned:1;',
      ),
    ).toBe(65536);
    expect(pageSizeIn('')).toBe(4096);
  });

  it.each([
    [16 * 2 ** 30, 2, 32],
    [2 ** 30, 4, 16],
    [64 * 2 ** 20, 64, 2],
  ])('of %d bytes free, each of %d CPUs gets %d MiB', (free, cpus, mebibytes) => {
    expect(bufferSize(free, cpus) / 2 ** 20).toBe(mebibytes);
  });
});
