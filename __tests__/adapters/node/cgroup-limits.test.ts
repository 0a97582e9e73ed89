import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readLimits } from '../../../src/adapters/node/cgroup-limits.js';
import type { LimitFacts } from '../../../src/core/smoke/surroundings.js';
import { BY_NAME, HYBRID, ID, UNIFIED, type CgroupMachine } from '../../support/cgroup-machines.js';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tightfit-cgroup-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

/** What `readLimits` says of process 100 on such a machine with these files below /sys/fs/cgroup. */
function limits(
  { cgroup, mountinfo }: CgroupMachine,
  files: Readonly<Record<string, string>>,
  { swap = 0 } = {},
): LimitFacts {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('proc/100/cgroup', cgroup);
  write('proc/self/mountinfo', mountinfo.replaceAll('/sys/fs/cgroup', join(root, 'cgroup')));
  write('proc/meminfo', `MemTotal:       24684084 kB\nSwapTotal:      ${swap} kB\n`);
  for (const [path, text] of Object.entries(files)) write(join('cgroup', path), `${text}\n`);
  return readLimits(join(root, 'proc'), 100);
}

const NONE_V1 = '9223372036854771712';
const SCOPE = `system.slice/docker-${ID}.scope`;

const VERSION_1 = {
  [`pids/docker/${ID}/pids.max`]: '64',
  'pids/docker/pids.max': 'max',
  [`memory/docker/${ID}/memory.limit_in_bytes`]: '67108864',
  [`memory/docker/${ID}/memory.memsw.limit_in_bytes`]: '134217728',
  'memory/docker/memory.limit_in_bytes': NONE_V1,
  'memory/memory.limit_in_bytes': NONE_V1,
  [`cpu/docker/${ID}/cpu.cfs_quota_us`]: '50000',
  [`cpu/docker/${ID}/cpu.cfs_period_us`]: '100000',
  'cpu/docker/cpu.cfs_quota_us': '-1',
  'cpu/docker/cpu.cfs_period_us': '100000',
};

const VERSION_2 = {
  [`${SCOPE}/pids.max`]: '64',
  [`${SCOPE}/memory.max`]: '67108864',
  [`${SCOPE}/memory.swap.max`]: '0',
  [`${SCOPE}/cpu.max`]: '150000 100000',
  'system.slice/pids.max': 'max',
  'system.slice/memory.max': 'max',
  'system.slice/memory.swap.max': 'max',
  'system.slice/cpu.max': 'max 100000',
};

describe('readLimits', () => {
  test('reads version 1, each controller in its own place', () => {
    expect(limits(BY_NAME, VERSION_1)).toEqual({ pids: 64, memory: 67108864, memoryAndSwap: 134217728, cpus: 0.5 });
  });

  test('reads version 1 beside version 2', () => {
    const files = {
      [`pids/${SCOPE}/pids.max`]: '10',
      [`memory/${SCOPE}/memory.limit_in_bytes`]: NONE_V1,
      [`cpu,cpuacct/${SCOPE}/cpu.cfs_quota_us`]: '-1',
      [`unified/${SCOPE}/memory.max`]: '1',
    };
    expect(limits(HYBRID, files)).toEqual({
      pids: 10,
      memory: 'unlimited',
      memoryAndSwap: 'unlimited',
      cpus: 'unlimited',
    });
  });

  test('reads version 2, where swap is counted apart', () => {
    expect(limits(UNIFIED, VERSION_2)).toEqual({ pids: 64, memory: 67108864, memoryAndSwap: 67108864, cpus: 1.5 });
    const swapping = { ...VERSION_2, [`${SCOPE}/memory.swap.max`]: '1048576' };
    expect(limits(UNIFIED, swapping).memoryAndSwap).toBe(68157440);
  });

  test('takes the lowest of the cgroup and those above', () => {
    const above = {
      'system.slice/pids.max': '32',
      'system.slice/memory.max': '1048576',
      'system.slice/cpu.max': '25000 50000',
    };
    expect(limits(UNIFIED, { ...VERSION_2, ...above })).toMatchObject({ pids: 32, memory: 1048576, cpus: 0.5 });
    const old = { ...VERSION_1, 'pids/docker/pids.max': '7', 'memory/docker/memory.limit_in_bytes': '4096' };
    expect(limits(BY_NAME, old)).toMatchObject({ pids: 7, memory: 4096 });
  });

  test('knows no limit where there is no file for it', () => {
    expect(limits(UNIFIED, { [`${SCOPE}/cgroup.procs`]: '1' })).toEqual({
      pids: 'unlimited',
      memory: 'unlimited',
      memoryAndSwap: 'unlimited',
      cpus: 'unlimited',
    });
  });

  test('counts swap that no cgroup accounts for, where the machine has any', () => {
    const files = Object.fromEntries(Object.entries(VERSION_1).filter(([path]) => !path.includes('memsw')));
    expect(limits(BY_NAME, files, { swap: 2048 })).toMatchObject({ memory: 67108864, memoryAndSwap: 'unlimited' });
    expect(limits(BY_NAME, files)).toMatchObject({ memory: 67108864, memoryAndSwap: 67108864 });
  });

  test('says so when it cannot see the cgroup', () => {
    const unknown = { pids: null, memory: null, memoryAndSwap: null, cpus: null };
    expect(limits(UNIFIED, {})).toEqual(unknown);
    expect(limits({ ...UNIFIED, cgroup: '' }, VERSION_2)).toEqual(unknown);
    expect(readLimits(join(root, 'nosuch'), 100)).toEqual(unknown);
  });

  test.each(['', 'many', '-2', '1.5', '0x10'])('does not guess what %j means', (text) => {
    expect(limits(UNIFIED, { ...VERSION_2, [`${SCOPE}/pids.max`]: text }).pids).toBeNull();
    expect(limits(UNIFIED, { ...VERSION_2, [`${SCOPE}/cpu.max`]: `${text} 100000` }).cpus).toBeNull();
  });
});
